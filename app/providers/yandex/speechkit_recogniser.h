#pragma once
#include "app/ports/speech_to_text.h"
#include "app/providers/yandex/call_streams.h"
#include "app/providers/yandex/stt_messages.h"

namespace vox {

// The server, the key and the folder of a SpeechKit account.
struct SpeechKitAccount {
    QString name;      // in the settings, for usage
    QUrl server;
    QByteArray key;    // of the API, or an IAM token ("t1.…")
    QString folder;    // needed with an IAM token of a person

    QList<QPair<QByteArray, QByteArray>> metadata() const;
};

// Recognises with Yandex SpeechKit, version 3, streaming: a call a segment, words while the caller speaks, the end told by
// us. A call that is lost is opened again and the segment sent anew. One per conversation, on its executor.
class SpeechKitRecogniser final : public SpeechToText {
public:
    struct Options {
        SpeechKitAccount account;
        QString model = QStringLiteral("general");
        QString language;       // BCP 47
        int timeoutMs = 6000;   // from asking for the final to having it
    };
    SpeechKitRecogniser(CallStreams &calls, Options options, Executor &executor);
    ~SpeechKitRecogniser() override;

    void setListener(Listener *listener) override { m_listener = listener; }
    void expect(const QStringList &) override {} // the protocol has no place for them
    void begin() override;
    void feed(Samples samples) override;
    Ticket requestFinal() override;
    void drop() override;

private:
    void open();
    void close();
    void sendSound();
    void heard(const QByteArray &message);
    void ended(const std::optional<Error> &error);
    void finishIfDone(bool refined);
    void endWait();
    void fail(const Error &error);
    void countUsage();
    qint64 audioUs() const { return m_pcm.size() / 2 * 1000000 / kSampleRate; }

    CallStreams &m_calls;
    const Options m_options;
    const QString m_address;
    Executor &m_executor;
    Listener *m_listener = nullptr;
    std::optional<CallStreams::CallId> m_call;
    yandex::SttTranscript m_transcript;
    QByteArray m_pcm;              // of the segment, kept to be sent anew
    qsizetype m_sent = 0;
    qint64 m_endsAsked = 0;        // on this call
    bool m_segmentOpen = false, m_waiting = false;
    Ticket m_ticket = 0;
    int m_losses = 0;
    Executor::TimerId m_watch = 0, m_retry = 0, m_patience = 0;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace vox
