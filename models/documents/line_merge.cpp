#include "models/documents/line_merge.h"
#include <algorithm>

namespace vox {

namespace {

constexpr qsizetype mostItems = 5000;

} // namespace

std::vector<qsizetype> matchSequences(const QStringList &base, const QStringList &other)
{
    std::vector<qsizetype> out(std::size_t(base.size()), -1);
    qsizetype start = 0, baseEnd = base.size(), otherEnd = other.size();
    for (; start < baseEnd && start < otherEnd && base[start] == other[start]; ++start) out[std::size_t(start)] = start;
    for (; baseEnd > start && otherEnd > start && base[baseEnd - 1] == other[otherEnd - 1]; --baseEnd, --otherEnd)
        out[std::size_t(baseEnd - 1)] = otherEnd - 1;
    const std::size_t rows = std::size_t(baseEnd - start), columns = std::size_t(otherEnd - start);
    // length[i][j]: of the common subsequence of what follows i and j.
    std::vector<quint16> length((rows + 1) * (columns + 1), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> quint16 & { return length[i * (columns + 1) + j]; };
    const auto same = [&](std::size_t i, std::size_t j) { return base[start + qsizetype(i)] == other[start + qsizetype(j)]; };
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            at(i, j) = same(i, j) ? quint16(at(i + 1, j + 1) + 1) : std::max(at(i + 1, j), at(i, j + 1));
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (same(i, j)) {
            out[std::size_t(start) + i] = start + qsizetype(j);
            ++i;
            ++j;
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
    return out;
}

std::optional<QStringList> mergeSequences(const QStringList &base, const QStringList &ours, const QStringList &theirs)
{
    if (std::max({base.size(), ours.size(), theirs.size()}) > mostItems) return std::nullopt;
    const std::vector<qsizetype> inOurs = matchSequences(base, ours), inTheirs = matchSequences(base, theirs);
    QStringList merged;
    qsizetype b = 0, o = 0, t = 0;
    while (true) {
        // The next item of the base that both sides kept; between here and there lies what somebody changed.
        qsizetype next = b;
        while (next < base.size() && (inOurs[std::size_t(next)] < 0 || inTheirs[std::size_t(next)] < 0)) ++next;
        const bool end = next == base.size();
        const qsizetype oursEnd = end ? ours.size() : inOurs[std::size_t(next)];
        const qsizetype theirsEnd = end ? theirs.size() : inTheirs[std::size_t(next)];
        const QStringList was = base.mid(b, next - b), our = ours.mid(o, oursEnd - o), their = theirs.mid(t, theirsEnd - t);
        if (our == was || our == their) merged += their;
        else if (their == was) merged += our;
        else return std::nullopt;
        if (end) return merged;
        merged.append(base[next]);
        b = next + 1;
        o = oursEnd + 1;
        t = theirsEnd + 1;
    }
}

} // namespace vox
