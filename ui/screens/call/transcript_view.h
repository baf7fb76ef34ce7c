#pragma once
#include "ui/kit/accessible.h"
#include "ui/kit/latency_parts.h"
#include "ui/kit/text_block.h"
#include "models/conversation/event.h"
#include <QAbstractScrollArea>
#include <QTextLayout>
#include <memory>
#include <vector>

namespace vox {

// What one block of a transcript shows: one or more lines with marks below and, at the right, the delay of the answer.
struct TranscriptBlock {
    struct Line {
        Who who = Who::Caller;
        QString text;
        QList<kit::TextRange> ranges;
        bool faint = false;
    };
    struct Mark {
        QString text;
        kit::Meaning meaning = kit::Meaning::Neutral;
        const char *icon = "";
    };
    qint64 atUs = 0;
    QList<Line> lines;
    QList<Mark> marks;
    std::optional<kit::LatencyParts> latency;
    QString note;    // in place of the bar
};

// A conversation to read: time, who, words, and in a column of its own the stacked bar and milliseconds of each answer; the
// chosen block opens its cascade. Only blocks that changed are laid out again, only visible ones painted. Arrow keys choose,
// Enter tells which block was activated. GUI thread.
class TranscriptView : public QAbstractScrollArea, public kit::Readable {
    Q_OBJECT
public:
    enum class Delays { Shown, Hidden };
    explicit TranscriptView(Delays delays, QWidget *parent = nullptr);

    void setBlocks(QList<TranscriptBlock> blocks);
    // Goal and full width of the bars, in milliseconds.
    void setScale(int goalMs, int scaleMs);
    // Keeps the newest block in view while the person does not scroll back.
    void setFollowing(bool following) { m_following = following; }
    int current() const { return m_current; }
    void setCurrent(int block);
    // The block that sounds now; marked with the accent and kept in view. -1: none.
    void setSounding(int block);
    // Space between the blocks; lines of a detail view stand closer than exchanges of the bench.
    void setSpacing(int pixels) { m_spacing = pixels; forget(); }
    // Draws no line between blocks and less space for time and names.
    void setCompact(bool compact) { m_compact = compact; forget(); }

    QSize sizeHint() const override;
    QAccessible::Role readRole() const override { return QAccessible::List; }
    QString readName() const override { return tr("Transcript"); }
    QString readValue() const override;

signals:
    void currentChanged(int block);
    // A click on a character of a line.
    void textPressed(int block, int line, int position);
    void activated(int block);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct LaidLine {
        std::unique_ptr<QTextLayout> layout;
        int top = 0, height = 0; // within the block
    };
    struct Laid {
        std::vector<LaidLine> lines; // empty: not laid out yet
        int marksTop = 0, height = 0, top = 0;
    };
    struct Columns { int time, who, text, textWidth, delay, delayWidth; };
    Columns columns() const;
    void forget();
    void arrange();
    void layOut(int block);
    int blockAt(int y) const;
    void reveal(int block);
    void paintBlock(QPainter &painter, int block, const Columns &columns);
    void paintDelay(QPainter &painter, int block, const QRect &room);
    int waterfallHeight(const TranscriptBlock &block) const;

    QList<TranscriptBlock> m_blocks;
    std::vector<Laid> m_laid;
    Delays m_delays;
    int m_goal = 0, m_scale = 1000, m_spacing = 10;
    int m_current = -1, m_sounding = -1;
    int m_height = 0;
    bool m_following = false, m_compact = false;
};

} // namespace vox
