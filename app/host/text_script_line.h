#pragma once
#include "app/host/paced_line.h"
#include <QStringList>

namespace vox {

// A caller who types from a list: one utterance each time the agent listens. After the last one the caller leaves once the
// agent has listened for `leaveAfterUs`.
class TextScriptLine final : public PacedLine {
public:
    explicit TextScriptLine(QStringList utterances, std::int64_t leaveAfterUs = 10000000);

    void agentListens(bool listens) override;

private:
    Captured next(AudioBlock &into) override;

    QStringList m_utterances;
    qsizetype m_at = 0;
    std::int64_t m_leaveAfterUs;
    std::int64_t m_listensSinceUs = -1; // on the line's own axis; -1: the agent does not listen
};

} // namespace vox
