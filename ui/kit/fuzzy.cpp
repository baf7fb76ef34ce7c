#include "ui/kit/fuzzy.h"

namespace vox::kit {

namespace {

bool startsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

void take(FuzzyMatch &match, qsizetype at)
{
    if (!match.ranges.isEmpty() && match.ranges.last().first + match.ranges.last().second == at) ++match.ranges.last().second;
    else match.ranges.append({int(at), 1});
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView query, QStringView title)
{
    FuzzyMatch match;
    query = query.trimmed();
    if (query.isEmpty()) return match;
    // The text as typed, at the start of a word if it can be, is what people mean.
    qsizetype whole = title.indexOf(query, 0, Qt::CaseInsensitive);
    for (qsizetype at = whole; at >= 0; at = title.indexOf(query, at + 1, Qt::CaseInsensitive)) {
        if (!startsWord(title, at)) continue;
        whole = at;
        break;
    }
    if (whole >= 0) {
        match.ranges.append({int(whole), int(query.size())});
        match.score = 1000 + (startsWord(title, whole) ? 500 : 0) + (whole == 0 ? 250 : 0) - int(qMin<qsizetype>(title.size(), 200));
        return match;
    }
    qsizetype at = 0;
    for (const QChar letter : query) {
        if (letter.isSpace()) continue;
        // The next start of a word with this letter beats a letter in the middle.
        qsizetype found = -1;
        for (qsizetype i = at; i < title.size(); ++i) {
            if (title[i].toCaseFolded() != letter.toCaseFolded()) continue;
            if (found < 0) found = i;
            if (i == at || startsWord(title, i)) {
                found = i;
                break;
            }
        }
        if (found < 0) return std::nullopt;
        match.score += startsWord(title, found) ? 20 : found == at ? 10 : 1;
        take(match, found);
        at = found + 1;
    }
    match.score -= int(match.ranges.size()) * 3 + int(qMin<qsizetype>(title.size(), 200)) / 10;
    return match;
}

} // namespace vox::kit
