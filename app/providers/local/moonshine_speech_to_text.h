#pragma once
#include "app/ports/speech_to_text.h"
#include "app/providers/local/moonshine_model.h"
#include "app/providers/local/open_segment.h"
#include "app/realtime/pool_calls.h"
#include <deque>
#include <memory>

namespace vox {

// English by Moonshine: hears the whole open segment anew for each partial and final, on the pool. A partial is due after
// 400 ms of new speech, later when the last one came late: partials give way first when the machine is busy. What a
// partial wrote is the next look's draft, so that a final costs few steps. Has no use for expected phrases.
class MoonshineSpeechToText final : public SpeechToText {
public:
    MoonshineSpeechToText(std::shared_ptr<const MoonshineModel> model, Executor &executor, WorkPool &pool);
    ~MoonshineSpeechToText() override;

    void setListener(Listener *listener) override { m_listener = listener; }
    void expect(const QStringList &) override {}
    void begin() override;
    void feed(Samples samples) override;
    Ticket requestFinal() override;
    void drop() override;

private:
    // A piece of the segment and what was made of it. A closed piece is final once it has a text.
    struct Heard {
        std::size_t start = 0, end = 0;
        std::vector<float> samples; // empty once settled, and for the newest piece
        MoonshineText text;
        bool settled = false;
    };
    struct Look; // the values a pool job takes and gives back
    std::shared_ptr<Look> look(bool newestToo);
    void settle(const Look &look);
    Transcript transcript() const;
    void partial();
    void partialDone(const Look &look, std::int64_t askedUs);
    void finalDone(const Look &look, Ticket ticket);

    std::shared_ptr<const MoonshineModel> m_model;
    Executor &m_executor;
    Listener *m_listener = nullptr;
    bool m_isOpen = false;
    OpenSegment m_segment{std::size_t(MoonshineModel::kLongest)};
    std::deque<Heard> m_closed;
    Heard m_newest;
    QString m_lastPartial;
    std::size_t m_nextPartial = 0; // in samples of speech
    static constexpr std::size_t kPartialEvery = 400 * kSampleRate / 1000; // samples of speech
    std::size_t m_partialEvery = kPartialEvery;
    Ticket m_ticket = 0;
    PoolCalls::CallId m_partialCall = 0, m_finalCall = 0;
    PoolCalls m_calls; // last: what is out is forgotten first
};

} // namespace vox
