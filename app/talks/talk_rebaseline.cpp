#include "app/talks/talk_rebaseline.h"
#include <QHash>
#include <algorithm>
#include <vector>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Kind = TalkLine::Kind;

constexpr qsizetype kShown = 60; // of an answer, in a line that is new

bool optional(Kind kind) { return kind == Kind::AgentHolds || kind == Kind::AgentResumes; }

// Pairs stated lines with what happened so that as much as possible agrees: the longest common sequence, by weight.
std::vector<std::pair<qsizetype, qsizetype>> paired(const QList<TalkLine> &lines, const QList<TalkMoment> &moments)
{
    const auto weight = [&](qsizetype i, qsizetype j) { return lines[i].kind != moments[j].kind ? 0 : states(lines[i], moments[j]) ? 3 : 2; };
    const auto n = lines.size(), m = moments.size();
    std::vector<std::vector<int>> best(std::size_t(n + 1), std::vector<int>(std::size_t(m + 1)));
    const auto at = [&](qsizetype i, qsizetype j) -> int & { return best[std::size_t(i)][std::size_t(j)]; };
    for (qsizetype i = n - 1; i >= 0; --i)
        for (qsizetype j = m - 1; j >= 0; --j) {
            const int both = weight(i, j);
            at(i, j) = std::max({at(i + 1, j), at(i, j + 1), both ? at(i + 1, j + 1) + both : 0});
        }
    std::vector<std::pair<qsizetype, qsizetype>> pairs;
    for (qsizetype i = 0, j = 0; i < n && j < m;) {
        const int both = weight(i, j);
        if (both && at(i, j) == at(i + 1, j + 1) + both) pairs.emplace_back(i++, j++);
        else if (at(i, j) == at(i + 1, j)) ++i;
        else ++j;
    }
    return pairs;
}

QString firstWords(const QString &text)
{
    if (text.size() <= kShown) return text;
    const qsizetype space = text.lastIndexOf(u' ', kShown);
    return text.left(space > 0 ? space : kShown);
}

QString lastWords(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    return words.mid(std::max<qsizetype>(0, words.size() - 4)).join(u' ');
}

QString shown(const TalkMoment &moment) { return moment.kind == Kind::AgentStops ? lastWords(moment.text) : firstWords(moment.text); }

QString newLine(const TalkMoment &moment)
{
    QString text = talkTime(TalkTime::Kind::At, moment).leftJustified(8);
    if (moment.kind == Kind::AgentStops) return text + u"agent   stops after "_s + quotedForTalk(shown(moment));
    if (moment.kind == Kind::AgentSpeaks) return text + u"agent   speaks "_s + quotedForTalk(shown(moment));
    return text + talkText(moment);
}

// Replaces from the right, so that places stay valid.
QString changed(QString text, const TalkLine &line, const TalkMoment &moment)
{
    if (line.textPlace.length > 0 && !states(line, moment))
        text.replace(line.textPlace.column, line.textPlace.length, quotedForTalk(shown(moment)));
    if (line.time.kind != TalkTime::Kind::Any) {
        const QString time = talkTime(line.time.kind, moment);
        const qsizetype wider = std::max<qsizetype>(0, time.size() - line.timePlace.length);
        qsizetype room = line.timePlace.length;
        // A longer time eats spaces behind it, so that columns stay where they are.
        for (qsizetype i = 0; i < wider && text.mid(line.timePlace.column + room, 2) == u"  "_s; ++i) ++room;
        text.replace(line.timePlace.column, room, time.leftJustified(room));
    }
    return text;
}

} // namespace

QByteArray rebaselined(const QByteArray &bytes, const Talk &talk, const TalkRun &run)
{
    QList<TalkLine> lines;
    QList<TalkMoment> moments;
    for (const TalkLine &line : talk.lines)
        if (isAgents(line.kind)) lines.append(line);
    for (const TalkMoment &moment : run.timeline)
        if (isAgents(moment.kind)) moments.append(moment);

    QStringList text = QString::fromUtf8(bytes).split(u'\n');
    QHash<int, qint64> known; // line of the file -> when it happened
    QList<int> gone;
    std::vector<bool> used(std::size_t(moments.size()), false);
    for (const TalkLine &line : lines) gone.append(line.line);
    for (const auto &[i, j] : paired(lines, moments)) {
        const TalkLine &line = lines[i];
        text[line.line - 1] = changed(text[line.line - 1], line, moments[j]);
        known.insert(line.line, moments[j].us);
        gone.removeAll(line.line);
        used[std::size_t(j)] = true;
    }
    for (const TalkMoment &moment : run.timeline)
        if (moment.line > 0) known.insert(moment.line, moment.us);

    // After the last line that happened no later; lines whose time is unknown keep to the one before.
    QHash<int, QStringList> behind;
    for (qsizetype j = 0; j < moments.size(); ++j) {
        if (used[std::size_t(j)] || optional(moments[j].kind)) continue;
        int after = talk.headerEnd;
        for (auto it = known.cbegin(); it != known.cend(); ++it)
            if (it.value() <= moments[j].us) after = std::max(after, it.key());
        behind[after].append(newLine(moments[j]));
    }
    QStringList out;
    for (int i = 0; i < text.size(); ++i) {
        if (i == 0 && behind.contains(0)) out += behind[0];
        if (!gone.contains(i + 1)) out.append(text[i]);
        out += behind.value(i + 1);
    }
    return out.join(u'\n').toUtf8();
}

} // namespace vox
