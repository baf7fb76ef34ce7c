#include "app/shelf/hosted_voice.h"
#include <QJsonObject>
#include <QtEndian>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <mutex>
#include <vector>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kSilentMs = 10000; // without a sound: the call has gone on with another voice long before
constexpr std::size_t kMostWaiting = 4096;

// Frames of one utterance, from the process's thread to the one that says it.
struct Mouth final : ModelProcess::Session {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<ModelFrame> frames;
    std::optional<Error> gone;

    void arrived(const ModelFrame &frame) override
    {
        const std::lock_guard lock(mutex);
        if (frames.size() < kMostWaiting) frames.push_back(frame);
        else gone = Error(Error::Code::SpeechFailed, {u"too much sound"_s});
        changed.notify_one();
    }
    void lost(const Error &error) override
    {
        const std::lock_guard lock(mutex);
        gone = error;
        changed.notify_one();
    }
    Result<ModelFrame> next()
    {
        std::unique_lock lock(mutex);
        if (!changed.wait_for(lock, std::chrono::milliseconds(kSilentMs), [this] { return !frames.empty() || gone; }))
            return Error(Error::Code::TimedOut, {u"voice"_s, QString::number(kSilentMs)});
        if (frames.empty()) return *gone;
        ModelFrame frame = std::move(frames.front());
        frames.pop_front();
        return frame;
    }
};

// False: enough, or no sound.
bool give(const ModelFrame &frame, SpeechEngine::Sink &sink)
{
    const qsizetype bytes = frame.payload.size() - 4;
    if (bytes < 2) return true;
    const int rate = qFromLittleEndian<std::int32_t>(frame.payload.constData());
    if (rate < 4000 || rate > 192000) return false;
    std::vector<std::int16_t> samples(std::size_t(bytes) / 2);
    std::memcpy(samples.data(), frame.payload.constData() + 4, samples.size() * 2);
    return sink.samples(samples, rate);
}

} // namespace

Result<void> HostedVoice::say(const QString &sentence, const VoiceSettings &settings, Sink &sink)
{
    if (const auto good = m_process->ready(); !good) return good.error();
    const auto mouth = std::make_shared<Mouth>();
    const std::uint32_t session = m_process->open(mouth);
    if (session == 0) return Error(Error::Code::ModelFailed, {m_process->model()});
    const auto end = [&](const Result<void> &result) {
        m_process->close(session);
        return result;
    };
    m_process->send(ModelFrame::json(ModelFrame::Kind::Say, session, toFrame(sentence, settings)));
    for (;;) {
        const auto frame = mouth->next();
        if (!frame) return end(frame.error());
        switch (frame->kind) {
        case ModelFrame::Kind::Sound:
            if (!give(*frame, sink)) return end({});
            break;
        case ModelFrame::Kind::Word: {
            const QJsonObject word = frame->object();
            const qint64 offset = word.value("offset"_L1).toInteger(), sample = word.value("sample"_L1).toInteger();
            const int rate = word.value("rate"_L1).toInt();
            if (offset >= 0 && offset <= sentence.size() && sample >= 0 && rate >= 4000 && rate <= 192000) sink.word(qsizetype(offset), sample, rate);
            break;
        }
        case ModelFrame::Kind::Said: return end({});
        case ModelFrame::Kind::Failed: return end(errorFromFrame(frame->object()));
        default: break;
        }
    }
}

} // namespace vox
