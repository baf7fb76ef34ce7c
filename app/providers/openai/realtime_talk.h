#pragma once
#include "app/ports/speech_model.h"
#include "app/providers/openai/realtime_items.h"
#include "app/providers/openai/realtime_session.h"
#include "app/providers/openai/realtime_speech.h"
#include "app/realtime/executor.h"
#include <QSet>
#include <deque>

namespace vox {

// The answers of a model that hears and speaks (OpenAI Realtime, session type "realtime"): asks for them, gathers their
// words, sound and tool calls, and keeps the conversation there equal to the one here. Its mind and its voice share it;
// sound of what nobody wants any more is dropped, its cost is told. On the conversation's executor.
class RealtimeTalk final : private RealtimeSession::Part {
public:
    struct Options {
        QString name;  // of the provider in the settings, for usage
        QString model;
    };
    RealtimeTalk(std::shared_ptr<RealtimeSession> session, Options options, Executor &executor);
    ~RealtimeTalk() override;

    // The mind's side.
    void setMind(LanguageModel::Listener *mind) { m_mind = mind; }
    void ask(const ModelRequest &request);
    void stop();

    // The voice's side: what was said and not yet spoken, oldest first.
    struct Said {
        RealtimeSpeech speech;
        qsizetype handed = 0;   // characters the mind got
        qsizetype spoken = 0;   // characters the voice was asked for
        qint64 sounded = 0;     // samples the voice handed over
        bool hungry = false;    // the voice has nothing more to play: the next word will do
        std::optional<Error> broken; // its sound will not be whole
    };
    std::deque<std::shared_ptr<Said>> &said() { return m_said; }
    void setVoice(std::function<void()> news, std::function<void(const SpeechUsage &)> used);
    // Of this item so many samples were heard, no more. Everything that was said and not spoken is dropped.
    void cut(const std::shared_ptr<Said> &said, qint64 samples);
    // Hands over more words than the mind has, sooner than their sentence ends.
    void feed(const std::shared_ptr<Said> &said);

private:
    void connected() override;
    std::optional<Error> heard(const QJsonObject &event) override;
    bool refused(const QString &eventId, const Error &why, bool isRequestsFault) override;
    bool needsConnection() const override { return m_asking; }
    void interrupted(const Error &error) override;
    void gaveUp(const Error &error) override;

    void begin();
    void waitForServer(bool waits);
    void took(const QJsonObject &event, const QString &type);
    std::optional<Error> ofResponse(const QJsonObject &event, const QString &type);
    void itemAdded(const QJsonObject &item);
    void responseDone(const QJsonObject &response);
    void takeCall(const QJsonObject &item);
    void finished(const ModelUsage &usage);
    void handOver(const QString &item, bool whole);
    Said *saidOf(const QString &item);
    void cancelResponse(const QString &id);
    void breakSaid(const Error &error);
    void tryAgainOrFail(const Error &error);
    void fail(const Error &error);
    void end();

    const std::shared_ptr<RealtimeSession> m_session;
    const Options m_options;
    Executor &m_executor;
    LanguageModel::Listener *m_mind = nullptr;
    std::function<void()> m_news;
    std::function<void(const SpeechUsage &)> m_used;
    RealtimeItems m_items;
    std::deque<std::shared_ptr<Said>> m_said;

    ModelRequest m_request;
    bool m_asking = false;      // the mind waits
    bool m_created = false;     // response.create was sent
    bool m_spoke = false;       // of this answer something went to the mind
    quint64 m_question = 0;     // counts asks and their repetitions
    QString m_response;         // that answers the question, once it has a name
    QSet<QString> m_running;    // responses the server works at
    QSet<QString> m_cancelled;  // of them
    bool m_callOpen = false;    // the mind waits, for nothing but the server
    int m_unnamed = 0;          // asked for and not named yet
    QList<ModelToolCall> m_calls;
    QString m_limitSeconds;     // until a limit is over that was used up
    int m_tries = 0;
    Executor::TimerId m_retry = 0, m_watch = 0;
};

} // namespace vox
