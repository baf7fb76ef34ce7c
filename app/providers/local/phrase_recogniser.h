#pragma once
#include "app/ports/speech_to_text.h"
#include "app/providers/local/local_recognisers.h"
#include <memory>
#include <vector>

namespace vox {

// Recognises Russian, known phrases only: those given to expect(), "{number}" in them standing for number words. What is none of them
// comes back as empty text with low confidence. No partials; about a tenth of the segment's length of work at the end.
class PhraseRecogniser final : public SpeechToText {
public:
    PhraseRecogniser(const QString &acousticModel, Executor &executor, WorkPool &pool);
    ~PhraseRecogniser() override;

    void setListener(Listener *listener) override { m_listener = listener; }
    void expect(const QStringList &phrases) override;
    void begin() override;
    void feed(Samples samples) override;
    Ticket requestFinal() override;
    void drop() override;

private:
    struct Core;    // what jobs share: the decoder
    struct Request; // one open requestFinal()
    void abandon();
    void answer(const std::shared_ptr<Request> &request, const Result<Transcript> &heard);

    std::shared_ptr<Core> m_core;
    Executor &m_executor;
    WorkPool &m_pool;
    Listener *m_listener = nullptr;
    QStringList m_phrases;
    std::vector<float> m_segment;
    Ticket m_lastTicket = 0;
    std::shared_ptr<Request> m_request;
};

// The row of LocalRecognisers: "phrases", Russian. Errors of prepare(): ModelMissing.
LocalRecogniser phraseRecogniser();

} // namespace vox
