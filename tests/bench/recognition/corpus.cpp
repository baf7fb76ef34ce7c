#include "tests/bench/recognition/corpus.h"
#include "app/sound/sound_reader.h"
#include "tests/bench/recognition/word_errors.h"
#include <QFile>
#include <QRegularExpression>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace vox::bench {

namespace {
const QString folder = u"/usr/share/pocketsphinx/test/data/"_s;

std::vector<float> rawSamples(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QByteArray bytes = file.readAll();
    std::vector<float> samples(std::size_t(bytes.size()) / 2);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = float(qFromLittleEndian<qint16>(bytes.constData() + 2 * i)) / 32768.0f;
    return samples;
}

void add(std::vector<Utterance> &into, const QString &name, const QString &said, std::vector<float> samples, bool digitByDigit = false)
{
    if (!samples.empty()) into.push_back({name, spokenWords(said, digitByDigit), digitByDigit, std::move(samples)});
}

// Lines of "<s> words </s> (name)".
void addTranscribed(std::vector<Utterance> &into, const QString &part, const QString &transcription)
{
    static const QRegularExpression line(u"^<s>(.*)</s>\\s*\\((.*)\\)"_s);
    QFile file(folder + part + u'/' + transcription);
    if (!file.open(QIODevice::ReadOnly)) return;
    for (const QByteArray &bytes : file.readAll().split('\n')) {
        const auto match = line.match(QString::fromUtf8(bytes));
        if (!match.hasMatch()) continue;
        const auto sound = readMono(folder + part + u'/' + match.captured(2) + u".wav"_s);
        if (sound) add(into, match.captured(2), match.captured(1), *sound);
    }
}
} // namespace

std::vector<Utterance> readSpeech()
{
    std::vector<Utterance> all;
    addTranscribed(all, u"cards"_s, u"cards.transcription"_s);
    addTranscribed(all, u"librivox"_s, u"transcription"_s);
    add(all, u"goforward"_s, u"go forward ten meters"_s, rawSamples(folder + u"goforward.raw"_s));
    add(all, u"dhd.2934z"_s, u"two nine three four zero"_s, rawSamples(folder + u"tidigits/dhd.2934z.raw"_s), true);
    return all;
}

} // namespace vox::bench
