// Prints what recognition on this machine is worth: word errors, time and delay of each English recogniser, cost of
// voice activity. bench_recognition [--rounds N] [--deps FOLDER] [PROVIDER ...]
#include "app/providers/local/english_recognisers.h"
#include "tests/bench/recognition/corpus.h"
#include "tests/bench/recognition/listening.h"
#include "tests/bench/recognition/word_errors.h"
#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTextStream>
#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace vox;
using namespace vox::bench;

namespace {
QTextStream out(stdout);

double quantile(std::vector<double> values, double share)
{
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(share * double(values.size())))];
}

QString pair(const std::vector<double> &values, int digits = 0)
{
    return u"%1/%2"_s.arg(quantile(values, 0.5), 0, 'f', digits).arg(quantile(values, 0.95), 0, 'f', digits);
}

double cpuSeconds() { return double(std::clock()) / CLOCKS_PER_SEC; }

void voiceActivity(const std::shared_ptr<const SileroModel> &silero, const std::vector<Utterance> &utterances)
{
    SileroVoiceActivity activity(silero);
    std::vector<double> blocks, windows;
    QElapsedTimer clock;
    for (const Utterance &utterance : utterances) {
        for (std::size_t at = 0; at + kBlockSamples <= utterance.samples.size(); at += kBlockSamples) {
            AudioBlock block;
            std::copy_n(utterance.samples.begin() + std::ptrdiff_t(at), kBlockSamples, block.samples.begin());
            clock.restart();
            activity.probability(block);
            const double us = double(clock.nsecsElapsed()) / 1000;
            blocks.push_back(us);
            if (us > 20) windows.push_back(us); // the network ran
        }
    }
    double sum = 0;
    for (const double us : blocks) sum += us;
    out << "voice activity (Silero v6): " << QString::number(sum / double(blocks.size()), 'f', 0) << " us a 10 ms block on average; a window of 32 ms "
        << pair(windows) << " us (p50/p95)\n\n";
    out.flush();
}

// Word errors and CPU time without partials: each utterance is given at once.
void atOnce(const std::vector<Utterance> &utterances, SpeechToText &recogniser, QueueExecutor &executor)
{
    struct Ear final : SpeechToText::Listener {
        void partialHeard(const Transcript &) override {}
        void finalHeard(SpeechToText::Ticket, const Transcript &transcript) override { text = transcript.text; }
        void recognitionFailed(const Error &error) override { text = error.codeName(); }
        std::optional<QString> text;
    } ear;
    recogniser.setListener(&ear);
    WordErrors errors;
    double seconds = 0, wall = 0;
    const double cpu = cpuSeconds();
    for (const Utterance &utterance : utterances) {
        ear.text.reset();
        recogniser.begin();
        QElapsedTimer clock;
        clock.start();
        recogniser.feed(utterance.samples);
        recogniser.requestFinal();
        executor.runUntil([&] { return ear.text.has_value(); });
        wall += double(clock.nsecsElapsed()) / 1e9;
        seconds += double(utterance.samples.size()) / kSampleRate;
        const WordErrors one = wordErrors(utterance.said, spokenWords(ear.text.value_or(QString()), utterance.digitByDigit));
        errors += one;
        if (one.errors) out << "    " << utterance.name << ": said \"" << utterance.said.join(u' ') << "\", heard \"" << *ear.text << "\"\n";
    }
    recogniser.drop();
    recogniser.setListener(nullptr);
    out << "  at once:      WER " << QString::number(errors.rate(), 'f', 1) << " % (" << errors.errors << " of " << errors.words << " words), "
        << QString::number(wall / seconds, 'f', 3) << " s and " << QString::number((cpuSeconds() - cpu) / seconds, 'f', 3) << " s of CPU a second of sound\n";
    out.flush();
}

// Delay and CPU time as in a conversation, with partials.
void inRealTime(const std::vector<Utterance> &utterances, int rounds, SpeechToText &recogniser, const std::shared_ptr<const SileroModel> &silero,
                QueueExecutor &executor)
{
    WordErrors errors;
    std::vector<double> asked, text, work, first;
    std::vector<Listened> all;
    double seconds = 0;
    int partials = 0;
    const double cpu = cpuSeconds();
    for (int round = 0; round < rounds; ++round) {
        for (const Utterance &utterance : utterances) {
            const Listened heard = listen(utterance, recogniser, silero, executor);
            errors += wordErrors(utterance.said, spokenWords(heard.text, utterance.digitByDigit));
            seconds += double(utterance.samples.size()) / kSampleRate + 1;
            partials += heard.partials;
            asked.push_back(heard.askedMs);
            text.push_back(heard.textMs);
            work.push_back(heard.textMs - heard.askedMs);
            if (heard.partials) first.push_back(heard.firstPartialMs);
            all.push_back(heard);
        }
    }
    out << "  in real time: WER " << QString::number(errors.rate(), 'f', 1) << " %, " << QString::number((cpuSeconds() - cpu) / seconds, 'f', 3)
        << " s of CPU a second of sound with voice activity and " << QString::number(partials / seconds, 'f', 1) << " partials a second; first partial "
        << pair(first) << " ms after speech began\n";
    out << "    after the last speech sample, p50/p95 in ms: final asked " << pair(asked) << ", its work " << pair(work) << ", text there " << pair(text) << "\n";
    for (const double delay : {200.0, 300.0, 400.0}) {
        std::vector<double> ready;
        int cut = 0;
        for (const Listened &one : all) {
            ready.push_back(std::max(one.textMs, one.silenceMs + delay));
            cut += one.longestPauseMs >= delay;
        }
        out << "    endpointing delay " << delay << " ms: words known at " << pair(ready) << ", " << cut << " of " << all.size() << " utterances cut\n";
    }
    out.flush();
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser options;
    options.addOption({u"rounds"_s, u"How often each utterance is played in real time"_s, u"N"_s, u"1"_s});
    options.addOption({u"deps"_s, u"The folder setup fills"_s, u"FOLDER"_s, QDir::homePath() + u"/.cache/voxdesk/deps"_s});
    options.addPositionalArgument(u"PROVIDER"_s, u"moonshine, moonshine-tiny, vosk; all when none is named"_s);
    options.addHelpOption();
    options.process(app);

    const QString deps = options.value(u"deps"_s);
    const std::vector<Utterance> utterances = readSpeech();
    const auto silero = SileroModel::load((deps + u"/models/silero-vad/silero_vad.onnx"_s).toStdU16String());
    if (utterances.empty() || !silero.model) {
        QTextStream(stderr) << "needs pocketsphinx-testdata and the models: run tools/setup --test\n";
        return 1;
    }
    voiceActivity(silero.model, utterances);

    LocalRecognisers recognisers;
    addEnglishRecognisers(recognisers, deps);
    QStringList providers = options.positionalArguments();
    if (providers.isEmpty()) providers = recognisers.providers(u"en"_s);
    for (const QString &provider : providers) {
        QueueExecutor executor;
        WorkPool pool;
        QElapsedTimer clock;
        clock.start();
        const auto recogniser = recognisers.make(provider, u"en"_s, executor, pool);
        if (!recogniser) {
            QTextStream(stderr) << provider << ": " << recogniser.error().codeName() << ' ' << recogniser.error().args.join(u' ') << '\n';
            return 1;
        }
        out << provider << " (loaded in " << clock.elapsed() << " ms)\n";
        atOnce(utterances, **recogniser, executor);
        inRealTime(utterances, options.value(u"rounds"_s).toInt(), **recogniser, silero.model, executor);
        out << "\n";
    }
    return 0;
}
