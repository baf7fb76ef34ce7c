#pragma once
#include "app/ports/speech_to_text.h"
#include "app/realtime/executor.h"
#include "models/base/result.h"
#include <functional>
#include <memory>
#include <vector>

namespace vox {

// A recogniser that does not fall deaf: when the first one fails, or does not answer in time, a second one hears the open
// segment from its beginning and answers in its place, within the turn and for the rest of the call. Owned by its
// conversation's ear, on its executor. Keeps the open segment's sound, the newest minute of it.
class HearingChain final : public SpeechToText, private SpeechToText::Listener {
public:
    // Makes the second recogniser when it is needed; `made` is called on the executor, at once or later.
    using Made = std::function<void(Result<std::unique_ptr<SpeechToText>>)>;
    using MakeSecond = std::function<void(Made)>;
    // Told when a second one hears in the first one's place: why, and who it is.
    using TookOver = std::function<void(const Error &why, const QString &by)>;
    static constexpr std::int64_t kLateUs = 2500000;

    HearingChain(std::unique_ptr<SpeechToText> first, MakeSecond makeSecond, TookOver tookOver, Executor &executor);
    ~HearingChain() override;

    void setListener(SpeechToText::Listener *listener) override { m_listener = listener; }
    void expect(const QStringList &phrases) override;
    void begin() override;
    void feed(Samples samples) override;
    Ticket requestFinal() override;
    void drop() override;

private:
    void partialHeard(const Transcript &transcript) override;
    void finalHeard(Ticket ticket, const Transcript &transcript) override;
    void recognitionFailed(const Error &error) override;
    void usageCounted(const SpeechUsage &usage) override { if (m_listener) m_listener->usageCounted(usage); }
    void ask();
    void stopWatching();
    void makeSecond(const Error &why);
    void secondMade(Result<std::unique_ptr<SpeechToText>> second);
    void retire();
    void failLater();
    void keep(Samples samples);
    void replay();

    std::unique_ptr<SpeechToText> m_one;     // who hears now; none while a second one is made for one that failed
    std::unique_ptr<SpeechToText> m_retired; // may still be on the call stack
    const MakeSecond m_makeSecond;
    bool m_making = false;
    bool m_settled = false;                  // the second one is there, or there is none
    TookOver m_tookOver;
    Executor &m_executor;
    SpeechToText::Listener *m_listener = nullptr;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);

    QStringList m_phrases;
    std::vector<std::int16_t> m_sound; // of the open segment
    bool m_open = false;
    bool m_asked = false;              // words are waited for
    Ticket m_ticket = 0, m_inner = 0;  // ours, and what the one who hears calls it
    Error m_why;                       // the newest failure
    Executor::TimerId m_watch = 0;
};

} // namespace vox
