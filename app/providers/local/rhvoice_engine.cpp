#include "app/providers/local/rhvoice_engine.h"
#include "app/providers/local/language_tag.h"
#include "app/providers/local/rhvoice_library.h"
#include <QDir>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

// Licences from the Debian package's copyright file, in order of preference. What is not listed forbids commercial use.
struct Licensed {
    QLatin1String name;
    QLatin1String licence;
};
constexpr std::array kLicensed{
    Licensed{"Elena"_L1, "GPL-3.0-only"_L1},     Licensed{"Anna"_L1, "GPL-2.0-or-later"_L1},      Licensed{"Aleksandr-hq"_L1, "CC-BY-SA-4.0"_L1},
    Licensed{"Irina"_L1, "GPL-2.0-or-later"_L1}, Licensed{"Aleksandr"_L1, "GPL-2.0-or-later"_L1}, Licensed{"Slt"_L1, "CMU-Arctic"_L1},
    Licensed{"Clb"_L1, "GPL-2.0-or-later"_L1},   Licensed{"Bdl"_L1, "GPL-2.0-or-later"_L1},       Licensed{"Alan"_L1, "GPL-2.0-or-later"_L1},
};

std::size_t preference(const QString &name)
{
    const auto found = std::find_if(kLicensed.begin(), kLicensed.end(), [&](const Licensed &row) { return name.compare(row.name, Qt::CaseInsensitive) == 0; });
    return std::size_t(found - kLicensed.begin());
}

struct RhvoiceSaying {
    SpeechEngine::Sink *sink = nullptr;
    const QString *sentence = nullptr;
    int rate = 24000;
    qint64 made = 0;
};

int setRate(int rate, void *user)
{
    static_cast<RhvoiceSaying *>(user)->rate = rate;
    return 1;
}

int takeSound(const short *samples, unsigned count, void *user)
{
    auto *saying = static_cast<RhvoiceSaying *>(user);
    saying->made += count;
    return saying->sink->samples({samples, count}, saying->rate) ? 1 : 0;
}

// RHVoice counts bytes of UTF-8; Qt counts UTF-16 units.
int takeWord(unsigned position, unsigned, void *user)
{
    auto *saying = static_cast<RhvoiceSaying *>(user);
    const QString &text = *saying->sentence;
    const auto bytesOf = [](QChar c) { return c.isSurrogate() ? 2U : c.unicode() < 0x80 ? 1U : c.unicode() < 0x800 ? 2U : 3U; };
    qsizetype at = 0;
    for (unsigned bytes = 0; bytes < position && at < text.size(); ++at) bytes += bytesOf(text[at]);
    saying->sink->word(at, saying->made, saying->rate);
    return 1;
}

} // namespace

struct RhvoiceEngine::State {
    std::unique_ptr<RhvoiceLibrary> library;
    RhvoiceLibrary::Engine *engine = nullptr;
    QList<Voice> voices;
    ~State()
    {
        if (engine) library->deleteEngine(engine);
    }
};

RhvoiceEngine::RhvoiceEngine() : m_state(std::make_unique<State>()) {}
RhvoiceEngine::~RhvoiceEngine() = default;

std::unique_ptr<RhvoiceEngine> RhvoiceEngine::open(const QString &folder)
{
    const QString data = folder + u"/share/RHVoice"_s;
    if (folder.isEmpty() || !QDir(data).exists()) return nullptr;
    std::unique_ptr<RhvoiceEngine> opened(new RhvoiceEngine);
    State &state = *opened->m_state;
    state.library = RhvoiceLibrary::load(folder);
    if (!state.library) return nullptr;
    const QByteArray path = data.toUtf8();
    RhvoiceLibrary::InitParams params{};
    params.dataPath = path.constData();
    params.configPath = path.constData(); // none there: the user's own RHVoice settings do not reach us
    params.callbacks.setSampleRate = setRate;
    params.callbacks.playSpeech = takeSound;
    params.callbacks.wordStarts = takeWord;
    state.engine = state.library->newEngine(&params);
    if (!state.engine || state.library->voiceCount(state.engine) == 0) return nullptr;
    const auto *infos = state.library->voices(state.engine);
    for (unsigned i = 0; i < state.library->voiceCount(state.engine); ++i) {
        const QString name = QString::fromUtf8(infos[i].name);
        const std::size_t row = preference(name);
        const bool free = row < kLicensed.size();
        state.voices.append({name, QString::fromUtf8(infos[i].language), free ? QString(kLicensed[row].licence) : u"CC-BY-NC-ND-4.0"_s, free});
    }
    std::stable_sort(state.voices.begin(), state.voices.end(), [](const Voice &a, const Voice &b) { return preference(a.name) < preference(b.name); });
    return opened;
}

const QList<RhvoiceEngine::Voice> &RhvoiceEngine::voices() const { return m_state->voices; }

const RhvoiceEngine::Voice *RhvoiceEngine::voiceFor(const VoiceSettings &settings) const
{
    const Voice *best = nullptr;
    for (const Voice &voice : std::as_const(m_state->voices)) {
        if (firstSubtag(voice.language) != firstSubtag(settings.language)) continue;
        if (voice.name.compare(settings.voice, Qt::CaseInsensitive) == 0) return &voice;
        if (!best && voice.isFree) best = &voice;
    }
    return best;
}

QString RhvoiceEngine::identity() const { return u"rhvoice "_s + QString::fromUtf8(m_state->library->version()); }

Result<void> RhvoiceEngine::say(const QString &sentence, const VoiceSettings &settings, Sink &sink)
{
    const Voice *chosen = voiceFor(settings);
    if (!chosen) return Error{Error::Code::VoiceMissing, {settings.language}};
    const QByteArray voice = chosen->name.toUtf8();
    RhvoiceLibrary::SynthParams params{};
    params.voiceProfile = voice.constData();
    params.relativeRate = std::clamp(settings.rate, 0.5, 2.0);
    params.relativePitch = std::clamp(settings.pitch, 0.5, 2.0);
    params.relativeVolume = std::clamp(settings.volume, 0.0, 1.0);
    RhvoiceSaying saying{&sink, &sentence};
    const QByteArray utf8 = sentence.toUtf8();
    constexpr int kPlainText = 0;
    auto *message = m_state->library->newMessage(m_state->engine, utf8.constData(), unsigned(utf8.size()), kPlainText, &params, &saying);
    if (!message) return Error{Error::Code::SpeechFailed, {chosen->name}, u"RHVoice took no message"_s};
    m_state->library->speak(message); // 0 also when the sink said stop, or when there is nothing to say
    m_state->library->deleteMessage(message);
    const bool speakableText = std::any_of(sentence.begin(), sentence.end(), [](QChar c) { return c.script() == QChar::Script_Latin || c.script() == QChar::Script_Cyrillic; });
    if (saying.made == 0 && speakableText) return Error{Error::Code::SpeechFailed, {chosen->name}, u"RHVoice made no sound"_s};
    return {};
}

} // namespace vox
