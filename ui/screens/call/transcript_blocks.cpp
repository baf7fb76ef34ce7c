#include "ui/screens/call/transcript_blocks.h"
#include <QCoreApplication>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

struct Words { Q_DECLARE_TR_FUNCTIONS(TranscriptBlocks) };

TranscriptBlock::Line shown(const SpokenLine &line)
{
    TranscriptBlock::Line out{line.who, line.text, {}, line.partial};
    if (line.heard < line.text.size())
        out.ranges.append({int(line.heard), int(line.text.size() - line.heard), kit::TextRange::Look::Struck});
    return out;
}

} // namespace

kit::LatencyParts latencyParts(const TurnLatency &turn)
{
    kit::LatencyParts parts;
    for (int i = 0; i < kit::latencyPartCount; ++i) parts.ms[std::size_t(i)] = int(turn.partMs(Part(i)).value_or(0));
    return parts;
}

int latencyScale(const ConversationSummary &summary, int goalMs)
{
    qint64 most = goalMs * 13 / 10;
    for (const TurnLatency &turn : summary.turns) most = std::max(most, turn.totalMs().value_or(0));
    return int(most);
}

QList<TranscriptBlock> exchangeBlocks(const QList<TranscriptTurn> &turns, int goalMs)
{
    QList<TranscriptBlock> blocks;
    for (const TranscriptTurn &turn : turns) {
        TranscriptBlock block;
        block.atUs = turn.start.value;
        for (const SpokenLine &line : turn.lines) {
            block.lines.append(shown(line));
            if (line.interrupted)
                block.marks.append({Words::tr("interrupted, %1 of %n words heard", nullptr, line.words).arg(line.heardWords), kit::Meaning::Warning, "layers-2"});
        }
        for (const ToolUse &use : turn.tools) {
            const QString state = !use.returned ? QStringLiteral("…") : use.status > 0 ? QString::number(use.status) : Words::tr("no answer");
            const bool good = !use.returned || (use.status >= 200 && use.status < 300);
            block.marks.append({use.name + u' ' + state, good ? kit::Meaning::Tool : kit::Meaning::Error, "wrench"});
        }
        for (const VariableFact &fact : turn.changed) {
            const QString value = valueText(fact.value);
            block.marks.append({fact.name + u" = "_s + (value.size() > 24 ? value.left(23) + u'…' : value), kit::Meaning::Neutral, "braces"});
        }
        if (turn.latency) {
            block.latency = latencyParts(*turn.latency);
            if (goalMs > 0 && block.latency->total() > goalMs)
                block.marks.append({Words::tr("slower than goal %1 ms").arg(goalMs), kit::latencyMeaning(block.latency->total(), goalMs), "clock"});
        } else if (turn.utterance == 0) {
            block.note = Words::tr("Prepared prompt, no delay");
        } else if (!turn.lines.isEmpty() && turn.lines.last().partial) {
            block.note = Words::tr("Listening");
        } else if (turn.waiting) {
            block.note = Words::tr("Thinking");
        }
        blocks.append(block);
    }
    return blocks;
}

QList<TranscriptBlock> lineBlocks(const QList<SpokenLine> &lines, const QList<PlacedWord> &words, int word, const QString &find)
{
    QList<TranscriptBlock> blocks;
    blocks.reserve(lines.size());
    for (const SpokenLine &line : lines) {
        TranscriptBlock block;
        block.atUs = line.start.value;
        block.lines.append(shown(line));
        for (const Found &found : findIn(line.text, find))
            block.lines[0].ranges.append({int(found.start), int(found.length), kit::TextRange::Look::Hit});
        blocks.append(block);
    }
    if (word >= 0 && word < words.size()) {
        const PlacedWord &spoken = words[word];
        blocks[spoken.line].lines[0].ranges.append({int(spoken.position), int(spoken.text.size()), kit::TextRange::Look::Spoken});
    }
    return blocks;
}

} // namespace vox
