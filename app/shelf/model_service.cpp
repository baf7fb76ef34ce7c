#include "app/shelf/model_service.h"
#include "app/realtime/live_executor.h"
#include "app/realtime/work_pool.h"
#include "app/shelf/model_frames.h"
#include "app/shelf/standard_streams.h"
#include <QJsonArray>
#include <QtEndian>
#include <cstdlib>
#include <cstring>
#include <map>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Kind = ModelFrame::Kind;

// A recogniser of one conversation, as its listener. On the executor.
class ServedEar final : public SpeechToText::Listener {
public:
    ServedEar(std::uint32_t session, StandardStreams &streams, std::unique_ptr<SpeechToText> recogniser)
        : m_session(session), m_streams(streams), m_recogniser(std::move(recogniser))
    {
        m_recogniser->setListener(this);
    }

    void take(const ModelFrame &frame)
    {
        const QJsonObject said = frame.kind == Kind::Feed ? QJsonObject() : frame.object();
        switch (frame.kind) {
        case Kind::Expect: return expect(said);
        case Kind::Begin:
            m_round = said.value("round"_L1).toInteger();
            return m_recogniser->begin();
        case Kind::Feed: return feed(frame.payload);
        case Kind::Final:
            m_wanted = said.value("ticket"_L1).toInteger();
            m_recogniser->requestFinal();
            return;
        case Kind::Drop: return m_recogniser->drop();
        default: return;
        }
    }

    void partialHeard(const Transcript &transcript) override
    {
        QJsonObject json = toFrame(transcript);
        json.insert("round"_L1, m_round);
        m_streams.write(ModelFrame::json(Kind::Partial, m_session, json).bytes());
    }
    void finalHeard(SpeechToText::Ticket, const Transcript &transcript) override // of the newest request: older ones stay unanswered
    {
        QJsonObject json = toFrame(transcript);
        json.insert("ticket"_L1, m_wanted);
        m_streams.write(ModelFrame::json(Kind::Heard, m_session, json).bytes());
    }
    void recognitionFailed(const Error &error) override { m_streams.write(ModelFrame::json(Kind::Failed, m_session, toFrame(error)).bytes()); }

private:
    void expect(const QJsonObject &said)
    {
        QStringList phrases;
        for (const QJsonValue &phrase : said.value("phrases"_L1).toArray()) phrases.append(phrase.toString());
        m_recogniser->expect(phrases);
    }
    void feed(const QByteArray &payload)
    {
        std::vector<float> samples(std::size_t(payload.size()) / sizeof(float));
        std::memcpy(samples.data(), payload.constData(), samples.size() * sizeof(float));
        m_recogniser->feed(samples);
    }

    const std::uint32_t m_session;
    StandardStreams &m_streams;
    std::unique_ptr<SpeechToText> m_recogniser;
    qint64 m_round = 0, m_wanted = 0;
};

// An utterance on the pool.
class ServedMouth final : public SpeechEngine::Sink {
public:
    ServedMouth(std::uint32_t session, StandardStreams &streams, const std::atomic_bool &stopped) : m_session(session), m_streams(streams), m_stopped(stopped) {}

    bool samples(std::span<const std::int16_t> samples, int rate) override
    {
        while (!samples.empty() && !m_stopped) {
            const auto piece = samples.first(std::min<std::size_t>(samples.size(), 1 << 15));
            ModelFrame frame{Kind::Sound, m_session, QByteArray(4 + qsizetype(piece.size_bytes()), Qt::Uninitialized)};
            qToLittleEndian(std::int32_t(rate), frame.payload.data());
            std::memcpy(frame.payload.data() + 4, piece.data(), piece.size_bytes());
            m_streams.write(frame.bytes());
            samples = samples.subspan(piece.size());
        }
        return !m_stopped;
    }
    void word(qsizetype offset, qint64 sample, int rate) override
    {
        m_streams.write(ModelFrame::json(Kind::Word, m_session, {{u"offset"_s, offset}, {u"sample"_s, sample}, {u"rate"_s, rate}}).bytes());
    }

private:
    const std::uint32_t m_session;
    StandardStreams &m_streams;
    const std::atomic_bool &m_stopped;
};

class Service {
public:
    explicit Service(StandardStreams &streams) : m_streams(streams) {}

    Result<void> load(const ServedModel &model)
    {
        if (model.recogniser) {
            auto recogniser = model.recogniser();
            if (!recogniser) return recogniser.error();
            m_recogniser = std::move(*recogniser);
            return m_recogniser.prepare();
        }
        auto voice = model.voice();
        if (!voice) return voice.error();
        m_voice = std::move(*voice);
        return {};
    }

    void take(ModelFrame frame)
    {
        // Behind what is at work: it says that the work comes to an end.
        if (frame.kind == Kind::Ping) {
            m_pool.submit({WorkPool::Urgency::Final, 0, [this, frame = std::move(frame)](const std::atomic_bool &) {
                               m_streams.write(ModelFrame{Kind::Pong, frame.session, frame.payload}.bytes());
                           }});
            return;
        }
        if (frame.kind == Kind::Say) return say(frame);
        if (frame.kind == Kind::Close)
            if (const auto found = m_said.find(frame.session); found != m_said.end()) {
                *found->second = true;
                m_said.erase(found);
                return;
            }
        m_executor.post([this, frame = std::move(frame)] { hear(frame); });
    }

private:
    void hear(const ModelFrame &frame)
    {
        if (frame.kind == Kind::Close) {
            m_ears.erase(frame.session);
            return;
        }
        if (frame.kind == Kind::Open) {
            if (!m_recogniser.make) return;
            auto made = m_recogniser.make(frame.object().value("language"_L1).toString(), m_executor, m_pool);
            if (made) m_ears[frame.session] = std::make_unique<ServedEar>(frame.session, m_streams, std::move(*made));
            else m_streams.write(ModelFrame::json(Kind::Failed, frame.session, toFrame(made.error())).bytes());
            return;
        }
        if (const auto found = m_ears.find(frame.session); found != m_ears.end()) found->second->take(frame);
    }

    void say(const ModelFrame &frame)
    {
        if (!m_voice) return;
        auto stopped = std::make_shared<std::atomic_bool>(false);
        m_said[frame.session] = stopped;
        const QJsonObject said = frame.object();
        m_pool.submit({WorkPool::Urgency::Speech, 0, [this, session = frame.session, text = said.value("text"_L1).toString(), settings = voiceFromFrame(said), stopped](const std::atomic_bool &) {
                           if (*stopped) return;
                           ServedMouth mouth(session, m_streams, *stopped);
                           const auto good = m_voice->say(text, settings, mouth);
                           m_streams.write(good ? ModelFrame{Kind::Said, session}.bytes() : ModelFrame::json(Kind::Failed, session, toFrame(good.error())).bytes());
                       }});
    }

    StandardStreams &m_streams;
    LocalRecogniser m_recogniser;
    std::shared_ptr<SpeechEngine> m_voice;
    std::map<std::uint32_t, std::unique_ptr<ServedEar>> m_ears; // executor's thread
    std::map<std::uint32_t, std::shared_ptr<std::atomic_bool>> m_said; // reader's thread
    LiveExecutor m_executor;
    // One thread: a job that hangs keeps the pings behind it from being answered.
    WorkPool m_pool{1};
};

} // namespace

void serveModel(const ServedModel &model)
{
    StandardStreams streams;
    Service service(streams);
    const auto loaded = service.load(model);
    streams.write((loaded ? ModelFrame{Kind::Ready, 0} : ModelFrame::json(Kind::Unusable, 0, toFrame(loaded.error()))).bytes());
    ModelFrameReader reader;
    while (loaded && !reader.broken()) {
        const QByteArray bytes = streams.read();
        if (bytes.isEmpty()) break;
        reader.add(bytes);
        while (auto frame = reader.next()) service.take(std::move(*frame));
    }
    std::_Exit(0);
}

} // namespace vox
