#pragma once
#include "app/ports/speech_usage.h"
#include "models/audio/block.h"
#include "models/base/error.h"
#include <QList>
#include <QStringList>
#include <cstdint>
#include <optional>

namespace vox {

struct RecognisedWord {
    QString text;
    qint64 startUs = 0; // since the segment's first sample
    qint64 endUs = 0;
};

// What a recogniser makes of a segment so far.
struct Transcript {
    QString text;              // as the recogniser writes it: punctuation and case when it has them
    double confidence = 1.0;   // 0..1; 1 when the recogniser has no opinion
    double stability = 1.0;    // partials: share of words that agree with the previous partial, 0..1
    QList<RecognisedWord> words; // may be empty
    qint64 audioUs = 0;        // how much of the segment this text covers
};

// A recogniser. Lives on its conversation's executor and hears one segment at a time. No call ever blocks: work runs on
// the pool and every answer comes back on the executor.
class SpeechToText {
public:
    // Ticket of a final() request; answers to older requests never arrive after a newer one was made.
    using Ticket = std::uint32_t;

    class Listener {
    public:
        virtual ~Listener() = default;
        virtual void partialHeard(const Transcript &transcript) = 0;
        virtual void finalHeard(Ticket ticket, const Transcript &transcript) = 0;
        virtual void recognitionFailed(const Error &error) = 0;
        // What was paid for, as soon as it is known: before the final, and also for what nobody waits for any more.
        virtual void usageCounted(const SpeechUsage &usage) { Q_UNUSED(usage) }
    };

    virtual ~SpeechToText() = default;
    // Must outlive the recogniser or be replaced by nullptr.
    virtual void setListener(Listener *listener) = 0;
    // Phrases the agent now listens for: a bias for open recognisers, the whole world for phrase recognisers.
    virtual void expect(const QStringList &phrases) = 0;
    // Opens a segment; what was open is dropped.
    virtual void begin() = 0;
    // Adds sound to the open segment (a multiple of 10 ms). Partials come by themselves.
    virtual void feed(Samples samples) = 0;
    // Asks for the text of everything fed so far. The segment stays open: if the caller goes on, keep feeding and ask
    // again later. Exactly one of finalHeard(ticket) and recognitionFailed() follows, unless a newer request, begin() or
    // drop() came first.
    virtual Ticket requestFinal() = 0;
    // Closes the segment; nothing arrives any more.
    virtual void drop() = 0;

    // Why a better recogniser could not be made and this one stands in for it; the call tells it. Set by the maker.
    void setStandsInBecause(const Error &error) { m_standsInBecause = error; }
    const std::optional<Error> &standsInBecause() const { return m_standsInBecause; }
    // What agents call it ("moonshine"); empty: its maker did not say.
    void setProvider(const QString &provider) { m_provider = provider; }
    const QString &provider() const { return m_provider; }

private:
    std::optional<Error> m_standsInBecause;
    QString m_provider;
};

} // namespace vox
