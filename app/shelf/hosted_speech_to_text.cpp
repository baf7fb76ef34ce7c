#include "app/shelf/hosted_speech_to_text.h"
#include "app/realtime/executor.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <mutex>

namespace vox {

using namespace Qt::StringLiterals;

// Shared with the process's thread, which may outlive the recogniser by a frame.
struct HostedSpeechToText::Ear final : ModelProcess::Session, std::enable_shared_from_this<Ear> {
    explicit Ear(Executor &executor) : executor(&executor) {}

    std::mutex gate;     // held while posting, so that nobody posts to an executor that is gone
    Executor *executor;  // null once closed

    // Executor's thread only.
    Listener *listener = nullptr;
    Ticket ticket = 0;      // of the newest request
    bool awaited = false;   // it has no answer yet
    bool open = false;      // a segment
    std::uint32_t round = 0; // segments begun or dropped; partials of older ones do not count
    std::optional<Error> gone;

    void post(std::function<void(Ear &)> task)
    {
        const std::lock_guard lock(gate);
        if (executor) executor->post([self = shared_from_this(), task = std::move(task)] { task(*self); });
    }

    void arrived(const ModelFrame &frame) override
    {
        using Kind = ModelFrame::Kind;
        if (frame.kind == Kind::Partial || frame.kind == Kind::Heard) {
            const QJsonObject said = frame.object();
            post([transcript = transcriptFromFrame(said), final = frame.kind == Kind::Heard, number = Ticket(said.value("ticket"_L1).toInteger()),
                  of = std::uint32_t(said.value("round"_L1).toInteger())](Ear &self) {
                if (!final) {
                    if (self.open && of == self.round && self.listener) self.listener->partialHeard(transcript);
                } else if (number == self.ticket && self.settle() && self.listener) {
                    self.listener->finalHeard(number, transcript);
                }
            });
        } else if (frame.kind == Kind::Failed) {
            post([error = errorFromFrame(frame.object())](Ear &self) { self.fail(error); });
        }
    }

    void lost(const Error &error) override
    {
        post([error](Ear &self) {
            self.gone = error;
            self.fail(error);
        });
    }

    void fail(const Error &error)
    {
        settle();
        if (listener) listener->recognitionFailed(error);
    }

    // Nothing is awaited any more; whether something was.
    bool settle()
    {
        if (!std::exchange(awaited, false)) return false;
        executor->closeCall();
        return true;
    }
};

HostedSpeechToText::HostedSpeechToText(std::shared_ptr<ModelProcess> process, const QString &language, Executor &executor)
    : m_process(std::move(process)), m_ear(std::make_shared<Ear>(executor))
{
    m_session = m_process->open(m_ear);
    if (m_session == 0) m_ear->gone = Error(Error::Code::ModelFailed, {m_process->model()});
    else m_process->send(ModelFrame::json(ModelFrame::Kind::Open, m_session, {{u"language"_s, language}}));
}

HostedSpeechToText::~HostedSpeechToText()
{
    if (m_session) m_process->close(m_session);
    m_ear->listener = nullptr;
    m_ear->settle();
    const std::lock_guard lock(m_ear->gate);
    m_ear->executor = nullptr;
}

void HostedSpeechToText::send(ModelFrame::Kind kind, const QByteArray &payload)
{
    if (m_session && !m_ear->gone) m_process->send({kind, m_session, payload});
}

void HostedSpeechToText::setListener(Listener *listener) { m_ear->listener = listener; }

void HostedSpeechToText::expect(const QStringList &phrases)
{
    send(ModelFrame::Kind::Expect, QJsonDocument(QJsonObject{{u"phrases"_s, QJsonArray::fromStringList(phrases)}}).toJson(QJsonDocument::Compact));
}

void HostedSpeechToText::begin()
{
    m_ear->settle();
    m_ear->open = true;
    const std::uint32_t round = ++m_ear->round;
    send(ModelFrame::Kind::Begin, QJsonDocument(QJsonObject{{u"round"_s, qint64(round)}}).toJson(QJsonDocument::Compact));
}

void HostedSpeechToText::feed(Samples samples)
{
    // A piece a frame holds; a segment that is fed anew may be a minute.
    constexpr std::size_t most = ModelFrame::kLongestPayload / sizeof(float) / 4;
    while (m_ear->open && !samples.empty()) {
        const Samples piece = samples.first(std::min(samples.size(), most));
        send(ModelFrame::Kind::Feed, QByteArray(reinterpret_cast<const char *>(piece.data()), qsizetype(piece.size_bytes())));
        samples = samples.subspan(piece.size());
    }
}

SpeechToText::Ticket HostedSpeechToText::requestFinal()
{
    Ear &ear = *m_ear;
    ear.settle();
    const Ticket ticket = ++ear.ticket;
    ear.awaited = true;
    ear.executor->openCall();
    if (ear.gone) {
        ear.post([ticket](Ear &self) {
            if (ticket == self.ticket && self.settle() && self.listener) self.listener->recognitionFailed(*self.gone);
        });
    } else {
        send(ModelFrame::Kind::Final, QJsonDocument(QJsonObject{{u"ticket"_s, qint64(ticket)}}).toJson(QJsonDocument::Compact));
    }
    return ticket;
}

void HostedSpeechToText::drop()
{
    m_ear->settle();
    m_ear->open = false;
    ++m_ear->round;
    send(ModelFrame::Kind::Drop);
}

LocalRecogniser hostedRecogniser(const QString &provider, const QStringList &languages, std::shared_ptr<ModelProcess> process)
{
    const auto prepare = [process] { return process->ready(); };
    const auto make = [process](const QString &language, Executor &executor, WorkPool &) -> Result<std::unique_ptr<SpeechToText>> {
        if (const auto good = process->ready(); !good) return good.error();
        return std::unique_ptr<SpeechToText>(std::make_unique<HostedSpeechToText>(process, language, executor));
    };
    return {provider, languages, prepare, make, true};
}

} // namespace vox
