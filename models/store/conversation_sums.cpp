#include "models/store/conversation_sums.h"
#include "models/conversation/event_names.h"
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 hour = 3600 * 1000, most = 400 * 24 * hour;
}

Result<SumOfConversations> SumOfConversations::over(UtcMs from, UtcMs to)
{
    SumOfConversations out;
    out.m_from = from;
    if (to <= from) return out;
    if (to.value - from.value > most) return Error(Error::Code::OutOfRange, {u"to"_s, u"400 days"_s});
    out.m_sums.byHour.resize((to.value - from.value + hour - 1) / hour);
    return out;
}

void SumOfConversations::add(UtcMs started, const QString &outcome, std::optional<qint64> p95Ms)
{
    if (m_sums.byHour.isEmpty()) return;
    ++m_sums.count;
    ++m_sums.outcomes[size_t(enumFromName<Outcome>(outcome).value_or(Outcome::Failed))];
    ++m_sums.byHour[qBound(qint64(0), (started.value - m_from.value) / hour, qint64(m_sums.byHour.size()) - 1)];
    if (p95Ms) m_delays.push_back(*p95Ms);
}

ConversationSums SumOfConversations::sums()
{
    if (m_delays.empty()) return m_sums;
    const auto rank = m_delays.begin() + std::ptrdiff_t((m_delays.size() * 95 + 99) / 100 - 1);
    std::nth_element(m_delays.begin(), rank, m_delays.end());
    m_sums.p95Ms = *rank;
    return m_sums;
}

} // namespace vox
