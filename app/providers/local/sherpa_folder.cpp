#include "app/providers/local/sherpa_folder.h"
#include "app/providers/local/onnx_facts.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace vox {

namespace {

using Family = SherpaFolder::Family;

// Where files lie: at the top, or where Vosk's Russian models put them.
const QStringList kPlaces{u"."_s, u"am-onnx"_s, u"am"_s, u"lang"_s};

class Finder {
public:
    explicit Finder(const QString &folder) : m_root(folder) {}

    QString id() const { return m_root.dirName(); }
    QString place(const QString &name) const { return m_root.filePath(name); }

    // A file whose name has `part` in it; of several the one that `preferred` is in, or is not.
    enum class Int8 { Preferred, Avoided };
    QString network(const QString &part, Int8 int8 = Int8::Preferred) const
    {
        QString best;
        for (const QString &path : files(u"*.onnx"_s)) {
            const QString name = QFileInfo(path).fileName().toLower();
            if (!name.contains(part)) continue;
            if (best.isEmpty() || (name.contains("int8"_L1) == (int8 == Int8::Preferred))) best = path;
        }
        return best;
    }
    QStringList networks() const { return files(u"*.onnx"_s); }
    QString tokens() const
    {
        const QStringList all = files(u"*tokens.txt"_s);
        return all.value(0);
    }
    QString file(const QString &name) const { return files(name).value(0); }
    QString folder(const QString &name) const { return QFileInfo(place(name)).isDir() ? place(name) : QString(); }

    Error missing(const QString &file) const { return Error(Error::Code::ModelMissing, {u"model file"_s, id(), file}); }
    Error damaged(const QString &path, const QString &detail) const { return Error(Error::Code::ModelDamaged, {id(), path}, detail); }

private:
    QStringList files(const QString &pattern) const
    {
        QStringList out;
        for (const QString &place : kPlaces)
            for (const QFileInfo &file : QDir(m_root.filePath(place)).entryInfoList({pattern}, QDir::Files, QDir::Name)) out.append(file.filePath());
        return out;
    }
    const QDir m_root;
};

QString languageOf(const OnnxFacts &facts)
{
    static const QHash<QString, QString> names{{u"english"_s, u"en"_s}, {u"russian"_s, u"ru"_s}, {u"german"_s, u"de"_s}, {u"french"_s, u"fr"_s},
                                               {u"spanish"_s, u"es"_s}, {u"ukrainian"_s, u"uk"_s}, {u"kazakh"_s, u"kk"_s}};
    const QString voice = facts.metadata.value(u"voice"_s).section(u'-', 0, 0).toLower(), language = facts.metadata.value(u"language"_s).toLower();
    static const QRegularExpression subtag(u"^[a-z]{2,3}$"_s);
    if (subtag.match(voice).hasMatch()) return voice;
    return names.value(language.section(u' ', 0, 0));
}

// The head of a model's card: "license: apache-2.0".
QString licenceIn(const QDir &folder)
{
    static const QRegularExpression line(u"^licen[cs]e:\\s*([A-Za-z0-9.+-]{2,40})\\s*$"_s, QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    for (const QString &name : {u"README.md"_s, u"MODEL_CARD"_s, u"MODEL_CARD.md"_s}) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly)) continue;
        const auto found = line.match(QString::fromUtf8(file.read(8192)));
        if (found.hasMatch()) return found.captured(1);
    }
    return {};
}


Result<OnnxFacts> readAll(const Finder &find, const QStringList &paths)
{
    std::optional<OnnxFacts> first;
    for (const QString &path : paths) {
        if (path.isEmpty()) continue;
        auto facts = OnnxFacts::read(path);
        if (!facts) return find.damaged(path, u"no ONNX model"_s);
        if (!first) first = std::move(facts);
    }
    return *first;
}

Result<SherpaFolder> transducer(const Finder &find, SherpaFolder out)
{
    out.joiner = find.network(u"joiner"_s);
    if (out.decoder.isEmpty()) return find.missing(u"decoder.onnx"_s);
    const auto facts = readAll(find, {out.encoder, out.decoder, out.joiner});
    if (!facts) return facts.error();
    const QString type = facts->metadata.value(u"model_type"_s);
    const bool nemo = type.startsWith("EncDec"_L1);
    // A stream's encoder carries its state in and out; the others have the sound and its length.
    const bool streams = facts->inputs.size() > 2;
    out.family = streams ? Family::StreamingTransducer : nemo ? Family::NemoTransducer : Family::Transducer;
    out.isNemo = nemo;
    return out;
}

Result<SherpaFolder> whisper(const Finder &find, SherpaFolder out)
{
    const auto facts = readAll(find, {out.encoder, out.decoder});
    if (!facts) return facts.error();
    if (!facts->metadata.value(u"model_type"_s).startsWith("whisper"_L1)) return find.missing(u"joiner.onnx"_s);
    out.family = Family::Whisper;
    if (facts->metadata.value(u"is_multilingual"_s) == "0"_L1) out.languages = {u"en"_s};
    return out;
}

// One network: a CTC recogniser or a voice, as its metadata says.
Result<SherpaFolder> single(const Finder &find, SherpaFolder out)
{
    const auto facts = readAll(find, {out.model});
    if (!facts) return facts.error();
    const QString type = facts->metadata.value(u"model_type"_s), lower = type.toLower();
    const QString language = languageOf(*facts);
    if (!language.isEmpty()) out.languages = {language};
    if (lower == "kokoro"_L1 || !out.voices.isEmpty()) {
        if (out.voices.isEmpty()) return find.missing(u"voices.bin"_s);
        if (out.data.isEmpty()) return find.missing(u"espeak-ng-data"_s);
        out.family = Family::Kokoro;
    } else if (lower.contains("vits"_L1) || facts->metadata.value(u"comment"_s).contains("piper"_L1)) {
        if (out.data.isEmpty() && out.lexicon.isEmpty()) return find.missing(u"espeak-ng-data"_s);
        out.family = Family::Vits;
    } else if (lower.startsWith("encdec"_L1)) {
        out.family = facts->inputs.size() > 2 ? Family::StreamingCtc : Family::NemoCtc;
        out.isNemo = true;
    } else if (lower.startsWith("sense_voice"_L1)) {
        out.family = Family::SenseVoice;
    } else if (lower.startsWith("zipformer"_L1)) {
        out.family = facts->inputs.size() > 2 ? Family::StreamingCtc : Family::ZipformerCtc;
    } else if (type.isEmpty() && QFileInfo::exists(out.model + u".json"_s)) {
        return find.damaged(out.model, u"Piper's own file, without the metadata sherpa-onnx needs"_s);
    } else {
        return Error(Error::Code::NotFound, {u"recogniser"_s, type.isEmpty() ? QFileInfo(out.model).fileName() : type});
    }
    return out;
}

} // namespace

QString SherpaFolder::familyName() const
{
    switch (family) {
    case Family::StreamingTransducer: return u"transducer, streaming"_s;
    case Family::StreamingCtc: return u"CTC, streaming"_s;
    case Family::Transducer: return u"transducer"_s;
    case Family::NemoTransducer: return u"NeMo transducer"_s;
    case Family::NemoCtc: return u"NeMo CTC"_s;
    case Family::ZipformerCtc: return u"Zipformer CTC"_s;
    case Family::Whisper: return u"Whisper"_s;
    case Family::SenseVoice: return u"SenseVoice"_s;
    case Family::Moonshine: return u"Moonshine"_s;
    case Family::Vits: return u"VITS"_s;
    case Family::Kokoro: return u"Kokoro"_s;
    }
    return {};
}

bool SherpaFolder::looksLikeOne(const QString &folder) { return !Finder(folder).networks().isEmpty(); }

Result<SherpaFolder> SherpaFolder::open(const QString &folder)
{
    const Finder find(folder);
    if (find.networks().isEmpty()) return find.missing(u"model.onnx"_s);
    SherpaFolder out;
    out.licence = licenceIn(QDir(folder));
    out.tokens = find.tokens();
    out.voices = find.file(u"voices.bin"_s);
    out.data = find.folder(u"espeak-ng-data"_s);
    out.lexicon = find.file(u"lexicon*.txt"_s);
    out.dictionary = find.folder(u"dict"_s);
    out.encoder = find.network(u"encoder"_s);
    out.decoder = find.network(u"decoder"_s, Finder::Int8::Avoided); // small, and worse for it
    const bool moonshine = !out.encoder.isEmpty() && QFileInfo(out.decoder).fileName().contains("merged"_L1);
    Result<SherpaFolder> known = [&]() -> Result<SherpaFolder> {
        if (moonshine) {
            const auto facts = readAll(find, {out.encoder, out.decoder});
            if (!facts) return facts.error();
            out.family = Family::Moonshine;
            return out;
        }
        if (!find.network(u"joiner"_s).isEmpty()) {
            if (out.encoder.isEmpty()) return find.missing(u"encoder.onnx"_s);
            return transducer(find, out);
        }
        if (!out.encoder.isEmpty() && out.decoder.isEmpty()) return find.missing(u"decoder.onnx"_s);
        if (!out.encoder.isEmpty()) return whisper(find, out);
        out.model = find.network(QString());
        return single(find, out);
    }();
    if (known && known->tokens.isEmpty()) return find.missing(u"tokens.txt"_s);
    return known;
}

} // namespace vox
