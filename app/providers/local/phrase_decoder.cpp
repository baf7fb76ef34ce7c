#include "app/providers/local/phrase_decoder.h"
#include "app/providers/local/espeak_library.h"
#include "app/providers/local/phrase_phones.h"
#include <QDir>
#include <QSet>
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <pocketsphinx.h>
#include <sphinxbase/cmd_ln.h>
#include <sphinxbase/err.h>
#include <sphinxbase/fsg_model.h>
#include <vector>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

constexpr char kLoop[] = "any phones";
constexpr int kMostGrammars = 64; // kept at a time
constexpr std::array kPhones{"AA", "AE", "AH", "AO", "AW", "AY", "B",  "CH", "D",  "DH", "EH", "ER", "EY", "F",  "G",  "HH", "IH", "IY", "JH", "K",
                             "L",  "M",  "N",  "NG", "OW", "OY", "P",  "R",  "S",  "SH", "T",  "TH", "UH", "UW", "V",  "W",  "Y",  "Z",  "ZH"};

QStringList numberWords()
{
    return u"ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать "
           "шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто сто "
           "двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот тысяча тысячи тысяч"_s.split(u' ');
}

// Where confidence is one half, and how fast it grows: from the figures in resources/help/recognition-phrases.md.
constexpr double kHalfMargin = -2.1;
constexpr double kSteepness = 2.5;

struct DecoderDelete {
    void operator()(ps_decoder_t *decoder) const { ps_free(decoder); }
};
struct ConfigDelete {
    void operator()(cmd_ln_t *config) const { cmd_ln_free_r(config); }
};

// One edge of a grammar under construction.
struct Arc {
    int from;
    int to;
    QByteArray token;
};

} // namespace

struct PhraseDecoder::State {
    std::unique_ptr<cmd_ln_t, ConfigDelete> config;
    std::unique_ptr<ps_decoder_t, DecoderDelete> decoder;
    QHash<QString, QByteArray> tokens;    // word → its name in the dictionary
    QHash<QByteArray, QString> words;     // and back
    struct Grammar {
        QByteArray name;
        QHash<QString, QString> spelling; // normalised words → the phrase as the agent has it
    };
    QHash<QString, Grammar> grammars;     // by the list of phrases
    Grammar current;

    QByteArray tokenOf(const QString &word, const QString &ipa);
    bool setGrammar(const QByteArray &name, int states, const QList<int> &finals, const std::vector<Arc> &arcs);
    std::optional<std::pair<QString, double>> decode(const QByteArray &name, const std::vector<int16> &sound);
};

namespace {

// Words as they are looked up: letters only, lower case.
QStringList plainWords(const QString &phrase)
{
    QString clean;
    for (const QChar c : phrase.toLower()) clean += c.isLetterOrNumber() || c == u'{' || c == u'}' ? c : QChar(u' ');
    return clean.split(u' ', Qt::SkipEmptyParts);
}

} // namespace

PhraseDecoder::PhraseDecoder() : m_state(std::make_unique<State>()) {}
PhraseDecoder::~PhraseDecoder() = default;

QString PhraseDecoder::usualModel() { return u"/usr/share/pocketsphinx/model/en-us/en-us"_s; }

Result<std::unique_ptr<PhraseDecoder>> PhraseDecoder::open(const QString &acousticModel)
{
    if (!QDir(acousticModel).exists(u"mdef"_s)) return Error{Error::Code::ModelMissing, {u"pocketsphinx"_s, acousticModel}};
    err_set_logfp(nullptr);
    const QByteArray path = acousticModel.toUtf8();
    std::unique_ptr<PhraseDecoder> opened(new PhraseDecoder);
    State &state = *opened->m_state;
    state.config.reset(cmd_ln_init(nullptr, ps_args(), TRUE, "-hmm", path.constData(), "-compallsen", "yes", "-bestpath", "no", "-cmn", "batch",
                                   "-beam", "1e-60", "-wbeam", "1e-40", "-pbeam", "1e-60", nullptr));
    if (state.config) state.decoder.reset(ps_init(state.config.get()));
    if (!state.decoder) return Error{Error::Code::ModelFailed, {u"pocketsphinx"_s}};

    std::vector<Arc> loop;
    for (const char *phone : kPhones) {
        const QByteArray token = QByteArray("ph_") + phone;
        ps_add_word(state.decoder.get(), token.constData(), phone, FALSE);
        loop.push_back({0, 1, token});
        loop.push_back({1, 1, token});
    }
    if (!state.setGrammar(kLoop, 2, {1}, loop)) return Error{Error::Code::ModelFailed, {u"pocketsphinx"_s}};
    return opened;
}

// The dictionary's name of a word, added with all its pronunciations the first time. Empty: it cannot be pronounced.
QByteArray PhraseDecoder::State::tokenOf(const QString &word, const QString &ipa)
{
    if (const auto known = tokens.constFind(word); known != tokens.constEnd()) return *known;
    const auto variants = cmuPhones(ipa);
    if (variants.isEmpty()) return {};
    QByteArray token = "w" + QByteArray::number(tokens.size());
    int number = 1;
    for (const QStringList &phones : variants) {
        const QByteArray name = number == 1 ? token : token + '(' + QByteArray::number(number) + ')';
        ps_add_word(decoder.get(), name.constData(), phones.join(u' ').toLatin1().constData(), FALSE);
        ++number;
    }
    tokens.insert(word, token);
    words.insert(token, word);
    return token;
}

bool PhraseDecoder::State::setGrammar(const QByteArray &name, int states, const QList<int> &finals, const std::vector<Arc> &arcs)
{
    logmath_t *math = ps_get_logmath(decoder.get());
    fsg_model_t *fsg = fsg_model_init(name.constData(), math, 1.0F, states + 1);
    fsg->start_state = 0;
    fsg->final_state = states; // every end leads here without a sound
    std::vector<int> fanOut(std::size_t(states), 0);
    for (const Arc &arc : arcs) ++fanOut[std::size_t(arc.from)];
    for (const Arc &arc : arcs) {
        const int word = fsg_model_word_add(fsg, arc.token.constData());
        fsg_model_trans_add(fsg, arc.from, arc.to, logmath_log(math, 1.0 / fanOut[std::size_t(arc.from)]), word);
    }
    for (const int end : finals) fsg_model_null_trans_add(fsg, end, states, 0);
    glist_free(fsg_model_null_trans_closure(fsg, nullptr));
    const bool set = ps_set_fsg(decoder.get(), name.constData(), fsg) == 0;
    fsg_model_free(fsg);
    return set;
}

Result<void> PhraseDecoder::listenFor(const QStringList &phrases)
{
    State &state = *m_state;
    const QString key = phrases.join(QChar(0x1F));
    if (const auto known = state.grammars.constFind(key); known != state.grammars.constEnd()) {
        state.current = *known;
        return {};
    }

    State::Grammar grammar;
    grammar.name = "phrases " + QByteArray::number(state.grammars.size());
    std::vector<Arc> arcs;
    QList<int> finals;
    int states = 1;
    {
        EspeakLibrary espeak;
        if (!espeak.setLanguage(u"ru"_s)) return Error{Error::Code::LanguageUnsupported, {u"ru"_s}};
        for (const QString &phrase : phrases) {
            const QStringList words = plainWords(phrase);
            const QString spelling = words.join(u' ');
            if (words.isEmpty() || grammar.spelling.contains(spelling)) continue;
            QStringList sounds = espeak.ipa(spelling).split(u' ', Qt::SkipEmptyParts); // in context: stress, elision
            if (sounds.size() != words.size()) {
                sounds.clear();
                for (const QString &word : words) sounds.append(espeak.ipa(word).remove(u' '));
            }
            int at = 0;
            std::vector<Arc> chain;
            for (qsizetype i = 0; i < words.size(); ++i) {
                const int next = states++;
                if (words[i] == u"{number}") {
                    for (const QString &number : numberWords()) {
                        const QByteArray token = state.tokenOf(number, espeak.ipa(number));
                        chain.push_back({at, next, token});
                        chain.push_back({next, next, token});
                    }
                } else if (const QByteArray token = state.tokenOf(words[i], sounds[i]); !token.isEmpty()) {
                    chain.push_back({at, next, token});
                } else {
                    chain.clear();
                    break;
                }
                at = next;
            }
            if (chain.empty()) continue;
            arcs.insert(arcs.end(), chain.begin(), chain.end());
            finals.append(at);
            grammar.spelling.insert(spelling, phrase);
        }
    }
    if (arcs.empty()) return Error{Error::Code::BadValue, {u"phrases"_s, phrases.join(u", "_s)}};
    if (state.grammars.size() >= kMostGrammars) {
        for (const auto &old : std::as_const(state.grammars)) ps_unset_search(state.decoder.get(), old.name.constData());
        state.grammars.clear();
    }
    if (!state.setGrammar(grammar.name, states, finals, arcs)) return Error{Error::Code::RecognitionFailed, {u"pocketsphinx"_s}};
    state.grammars.insert(key, grammar);
    state.current = grammar;
    return {};
}

// Words and log likelihood a frame.
std::optional<std::pair<QString, double>> PhraseDecoder::State::decode(const QByteArray &name, const std::vector<int16> &sound)
{
    ps_decoder_t *ps = decoder.get();
    if (ps_set_search(ps, name.constData()) != 0 || ps_start_utt(ps) != 0) return std::nullopt;
    ps_process_raw(ps, sound.data(), sound.size(), FALSE, TRUE);
    ps_end_utt(ps);
    const int frames = ps_get_n_frames(ps);
    int32 score = 0;
    const char *hypothesis = ps_get_hyp(ps, &score);
    if (!hypothesis || frames <= 0) return std::nullopt;
    QStringList said;
    for (const QByteArray &token : QByteArray(hypothesis).split(' ')) {
        const QByteArray base = token.left(token.indexOf('(') < 0 ? token.size() : token.indexOf('('));
        if (const auto word = words.constFind(base); word != words.constEnd()) said.append(*word);
    }
    constexpr double kScoreShift = 1024; // scores are kept shifted right by 10 bits
    return std::pair(said.join(u' '), logmath_log_to_ln(ps_get_logmath(ps), 1) * kScoreShift * score / frames);
}

PhraseDecoder::Heard PhraseDecoder::hear(Samples samples)
{
    State &state = *m_state;
    if (state.current.name.isEmpty() || samples.size() < std::size_t(kSampleRate / 10)) return {};
    std::vector<int16> sound(samples.size());
    std::transform(samples.begin(), samples.end(), sound.begin(), [](float sample) {
        return std::isfinite(sample) ? int16(std::lround(std::clamp(sample * 32768.0F, -32768.0F, 32767.0F))) : int16(0);
    });
    const auto best = state.decode(state.current.name, sound);
    if (!best || best->first.isEmpty()) return {};
    const auto loop = state.decode(kLoop, sound);
    Heard heard;
    heard.phrase = state.current.spelling.value(best->first, best->first); // number words stay as they were said
    heard.margin = loop ? best->second - loop->second : 0;
    heard.confidence = 1.0 / (1.0 + std::exp(-(heard.margin - kHalfMargin) * kSteepness));
    return heard;
}

} // namespace vox
