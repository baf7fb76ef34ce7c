#pragma once
#include "app/ports/speech_to_text.h"
#include "app/realtime/executor.h"
#include "app/talks/talk_scene.h"
#include <memory>

namespace vox {

// A recogniser that is always right: it hears a word once its sound is over. Partials come every 100 ms of sound when the
// words changed, and once without words so that a cough is known to be none. Owned by its conversation, on its executor.
class TalkHearing final : public SpeechToText {
public:
    TalkHearing(std::shared_ptr<TalkScene> scene, qint64 delayUs, bool fails, Executor &executor)
        : m_scene(std::move(scene)), m_delayUs(delayUs), m_fails(fails), m_executor(executor)
    {
    }
    ~TalkHearing() override { *m_alive = false; }

    void setListener(Listener *listener) override { m_listener = listener; }
    void expect(const QStringList &) override {}
    void begin() override;
    void feed(Samples samples) override;
    Ticket requestFinal() override;
    void drop() override;

private:
    QString heard() const { return m_scene->wordsIn(m_scene->delivered - m_fed, m_scene->delivered); }
    void answer(Ticket ticket, const QString &text, std::int64_t fed);

    std::shared_ptr<TalkScene> m_scene;
    const qint64 m_delayUs;
    const bool m_fails;
    Executor &m_executor;
    Listener *m_listener = nullptr;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
    bool m_open = false;
    std::int64_t m_fed = 0;         // samples of the segment
    std::int64_t m_partialAt = 0;
    QString m_partial;
    bool m_partialSent = false;
    Ticket m_ticket = 0;
};

} // namespace vox
