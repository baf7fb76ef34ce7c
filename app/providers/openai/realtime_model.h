#pragma once
#include "app/ports/speech_model.h"
#include "app/providers/openai/realtime_talk.h"
#include <QUrl>

namespace vox {

class WebSockets;

// The mind of a Realtime session, for the dialogue. One per conversation, on its executor.
class RealtimeMind final : public LanguageModel {
public:
    explicit RealtimeMind(std::shared_ptr<RealtimeTalk> talk) : m_talk(std::move(talk)) {}
    ~RealtimeMind() override;
    void setListener(Listener *listener) override { m_talk->setMind(listener); }
    void ask(const ModelRequest &request) override { m_talk->ask(request); } // its model is the session's
    void stop() override { m_talk->stop(); }

private:
    const std::shared_ptr<RealtimeTalk> m_talk;
};

// The voice of a Realtime session: the sound of what its mind answered, piece by piece, as the mouth asks for it.
class RealtimeVoice final : public ModelVoice {
public:
    RealtimeVoice(std::shared_ptr<RealtimeTalk> talk, Executor &executor);
    ~RealtimeVoice() override;
    void setListener(Listener *listener) override { m_listener = listener; }
    bool isMine(const QString &text) const override;
    void speak(const QString &text, const VoiceSettings &settings) override;
    void stop() override;
    void cut(qint64 nth, qint64 samples) override;

private:
    struct Place { // where an utterance lies in what the model said
        qint64 nth;
        std::shared_ptr<RealtimeTalk::Said> said;
        qint64 from; // samples
    };
    static bool isNext(const RealtimeTalk::Said &said, const QString &text);
    void goOn();
    void goOnLater();
    bool moreWasHanded() const;
    void callForMore();
    void stopTimer();

    const std::shared_ptr<RealtimeTalk> m_talk;
    Executor &m_executor;
    Listener *m_listener = nullptr;
    qint64 m_nth = 0;
    std::deque<Place> m_places;  // the newest
    std::shared_ptr<RealtimeTalk::Said> m_said; // being spoken
    qsizetype m_end = 0;         // characters of it
    std::optional<qint64> m_limit; // samples of it, where this piece ends
    std::int64_t m_lastsUs = 0;  // what was handed over can be played until then
    Executor::TimerId m_timer = 0;
    double m_volume = 1;
    std::vector<float> m_piece;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

struct RealtimeModelOptions {
    QString name;             // of the provider in the settings
    QUrl address;             // "wss://api.openai.com/v1/realtime"; ?model= is added
    QByteArray key;
    QString model, voice;     // "gpt-realtime", "marin"
    QString recognitionModel; // writes down what the caller says
    QString language;         // BCP 47
    double rate = 1;          // 0.25 to 1.5
    int timeoutMs = 8000;     // to be connected, and for the caller's words
};
// The three parts of one session, which connects at once.
SpeechModel makeRealtimeModel(WebSockets &sockets, const RealtimeModelOptions &options, Executor &executor);

} // namespace vox
