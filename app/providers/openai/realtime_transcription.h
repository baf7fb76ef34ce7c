#pragma once
#include "app/dsp/resampler.h"
#include "app/ports/speech_to_text.h"
#include "app/providers/openai/realtime_session.h"
#include "app/providers/openai/realtime_transcript.h"

namespace vox {

// Recognises over a WebSocket that is opened with the conversation and kept (OpenAI's Realtime API: a transcription
// session of its own, or the session of a model that hears the caller itself): sound goes out while the caller speaks,
// words come back soon after the end. A lost connection is opened again, and the open segment sent anew. One per
// conversation, on its executor.
class RealtimeTranscription final : public SpeechToText, private RealtimeSession::Part {
public:
    struct Options {
        QString name;          // in the settings, for usage
        QUrl address;          // "wss://api.openai.com/v1/realtime"; ?intent=transcription is added
        QByteArray key;
        QString model;
        QString language;
        int timeoutMs = 8000;  // from asking for the final to having it
    };
    RealtimeTranscription(WebSockets &sockets, Options options, Executor &executor);
    // The ear of a session that is set up already; address and key are of no use here.
    RealtimeTranscription(std::shared_ptr<RealtimeSession> session, Options options, Executor &executor);
    ~RealtimeTranscription() override;

    void setListener(Listener *listener) override { m_listener = listener; }
    void expect(const QStringList &phrases) override;
    void begin() override;
    void feed(Samples samples) override;
    Ticket requestFinal() override;
    void drop() override;

private:
    void connected() override;
    std::optional<Error> heard(const QJsonObject &event) override;
    bool refused(const QString &eventId, const Error &why, bool isRequestsFault) override;
    bool needsConnection() const override { return m_segmentOpen; }
    void interrupted(const Error &error) override;
    void gaveUp(const Error &error) override { fail(error); }
    void waitForServer(bool waits);
    void sendSound();
    void commit();
    void finishIfDone();
    void endWait();
    void fail(const Error &error);
    qint64 audioUs() const { return m_fed * 1000000 / kSampleRate; }

    const Options m_options;
    const std::shared_ptr<RealtimeSession> m_session;
    const QString m_shown;
    Executor &m_executor;
    Listener *m_listener = nullptr;
    QStringList m_phrases;
    RealtimeTranscript m_transcript;
    Resampler m_upsampler;
    std::vector<float> m_raised;   // the segment at 24 kHz, kept to be sent anew
    qsizetype m_sent = 0;          // of it
    qsizetype m_committed = 0;     // of it
    qint64 m_fed = 0;              // samples at 16 kHz
    bool m_segmentOpen = false;
    bool m_waiting = false;        // for a final
    bool m_callOpen = false;       // and nothing but the server is waited for
    Ticket m_ticket = 0;
    Executor::TimerId m_watch = 0;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace vox
