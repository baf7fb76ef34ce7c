#include "app/shelf/model_trial.h"
#include "app/providers/local/english_recognisers.h"
#include "app/providers/local/sherpa_engine.h"
#include "app/realtime/live_executor.h"
#include "app/realtime/work_pool.h"
#include "models/conversation/projections.h"
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <cmath>
#include <future>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTrialSeconds = 5;
constexpr int kLookEveryMs = 100; // whether the trial is still wanted

// Something like a voice: harmonics of a pitch that moves, in syllables.
std::vector<float> trialSound()
{
    std::vector<float> sound(kTrialSeconds * kSampleRate);
    double phase = 0;
    for (size_t i = 0; i < sound.size(); ++i) {
        const double at = double(i) / kSampleRate;
        phase += 6.283185307 * (120 + 30 * std::sin(at * 3)) / kSampleRate;
        double sample = 0;
        for (int harmonic = 1; harmonic <= 12; ++harmonic) sample += std::sin(phase * harmonic) / harmonic;
        sound[i] = float(0.1 * sample * std::max(0.0, std::sin(at * 6.283185307 * 2)));
    }
    return sound;
}

struct Hearing final : SpeechToText::Listener {
    std::promise<Result<void>> done;
    bool told = false;
    void partialHeard(const Transcript &) override {}
    void finalHeard(SpeechToText::Ticket, const Transcript &) override { tell({}); }
    void recognitionFailed(const Error &error) override { tell(error); }
    void tell(const Result<void> &result)
    {
        if (!std::exchange(told, true)) done.set_value(result);
    }
};

} // namespace

LocalRecogniser shelvedRecogniser(const ShelvedModel &model, const QString &depsFolder)
{
    if (model.kind == ModelKind::Sherpa) return sherpaRecogniser(model.id, model.languages, depsFolder, model.path);
    return model.kind == ModelKind::Vosk ? voskRecogniser(model.id, model.languages, depsFolder, model.path)
                                         : moonshineRecogniser(model.id, model.languages, model.path);
}

Result<std::shared_ptr<SpeechEngine>> shelvedVoice(const ShelvedModel &model, const QString &depsFolder)
{
    if (!model.isVoice()) return Error(Error::Code::NotFound, {u"voice"_s, model.id});
    return SherpaEngine::load(depsFolder, model.path, model.languages.value(0));
}

// Seconds of work per second of speech.
static Result<double> sayWith(const QString &folder, const QString &depsFolder)
{
    struct Counted final : SpeechEngine::Sink {
        double seconds = 0;
        bool samples(std::span<const std::int16_t> samples, int rate) override
        {
            seconds += double(samples.size()) / rate;
            return true;
        }
        void word(qsizetype, qint64, int) override {}
    } sound;
    const auto voice = SherpaEngine::load(depsFolder, folder, {});
    if (!voice) return voice.error();
    QElapsedTimer timer;
    timer.start();
    const auto said = (*voice)->say(u"1 2 3 4 5 6 7 8 9 10"_s, {}, sound); // figures are words in every language
    if (!said) return said.error();
    if (sound.seconds < 0.1) return Error(Error::Code::SpeechFailed, {QFileInfo(folder).fileName()}, u"no sound"_s);
    return double(timer.nsecsElapsed()) / 1e9 / sound.seconds;
}

Result<double> hearWith(ModelKind kind, const QString &folder, const QString &depsFolder)
{
    if (kind == ModelKind::SherpaVoice) return sayWith(folder, depsFolder);
    const ShelvedModel model{u"trial"_s, {}, kind, {u"und"_s}, {}, {}, 0, 0, folder};
    const LocalRecogniser recogniser = shelvedRecogniser(model, depsFolder);
    if (const auto loaded = recogniser.prepare(); !loaded) return loaded.error();
    WorkPool pool(1);
    LiveExecutor executor;
    auto made = recogniser.make(u"und"_s, executor, pool);
    if (!made) return made.error();
    const std::vector<float> sound = trialSound();
    Hearing hearing;
    QElapsedTimer timer;
    timer.start();
    executor.post([&] {
        (*made)->setListener(&hearing);
        (*made)->begin();
        (*made)->feed(sound);
        (*made)->requestFinal();
    });
    const Result<void> heard = hearing.done.get_future().get();
    const double factor = double(timer.nsecsElapsed()) / 1e9 / kTrialSeconds;
    std::promise<void> gone;
    executor.post([&] {
        made->reset();
        gone.set_value();
    });
    gone.get_future().wait();
    if (!heard) return heard.error();
    return factor;
}

Result<double> tryModel(const QString &program, const QStringList &arguments, const QString &model, int timeoutMs, const std::function<bool()> &goOn)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::SeparateChannels);
    child.start(program, arguments, QIODevice::ReadOnly);
    if (!child.waitForStarted(10000)) return Error(Error::Code::FileNotFound, {program}, child.errorString());
    QElapsedTimer since;
    since.start();
    while (!child.waitForFinished(int(std::min<qint64>(kLookEveryMs, std::max<qint64>(1, timeoutMs - since.elapsed()))))) {
        if (child.state() == QProcess::NotRunning) break;
        const bool wanted = !goOn || goOn();
        if (wanted && since.elapsed() < timeoutMs) continue;
        child.kill();
        child.waitForFinished(5000);
        if (!wanted) return Error(Error::Code::Cancelled);
        return Error(Error::Code::TimedOut, {model, QString::number(timeoutMs)});
    }
    const QString said = QString::fromUtf8(child.readAllStandardError().right(2000));
    if (child.exitStatus() != QProcess::NormalExit) return Error(Error::Code::ModelDamaged, {model, {}}, said);
    const QJsonObject answer = QJsonDocument::fromJson(child.readAllStandardOutput()).object();
    if (answer.value("real_time_factor"_L1).isDouble()) return answer.value("real_time_factor"_L1).toDouble();
    ConversationError error{answer.value("error"_L1).toString(), {}, answer.value("detail"_L1).toString(), 0};
    for (const QJsonValue &argument : answer.value("args"_L1).toArray()) error.args.append(argument.toString());
    // A library that ends the program in good order, with nothing told, is no better than a crash.
    if (error.code.isEmpty()) return Error(Error::Code::ModelDamaged, {model, {}}, said);
    return errorOf(error);
}

} // namespace vox
