#pragma once
#include "models/store/conversation_store.h"
#include <vector>

namespace vox {

// Adds conversations of a stretch of time up to its figures. A value.
class SumOfConversations {
public:
    // OutOfRange for more than 400 days. Empty stretches sum up to nothing.
    static Result<SumOfConversations> over(UtcMs from, UtcMs to);
    // One that started in the stretch; `outcome` by its name.
    void add(UtcMs started, const QString &outcome, std::optional<qint64> p95Ms);
    ConversationSums sums();

private:
    UtcMs m_from;
    ConversationSums m_sums;
    std::vector<qint64> m_delays;
};

} // namespace vox
