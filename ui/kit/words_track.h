#pragma once
#include "ui/kit/axis_track.h"
#include "ui/kit/lanes.h"

namespace vox::kit {

struct TimedWord {
    TimeSpan time;
    QString text;
    LaneSide side = LaneSide::Caller;
    int turn = 0;         // words of one turn share a phrase
    bool heard = true;    // false: struck through
    bool settled = true;  // false: partial, text 3
};

// The words under the lanes, caller's row above the agent's. Words sit at their time; when they would touch, their phrase is
// shown; when that does not fit, nothing. The word under the playhead is filled with accent; a click seeks to a word.
class WordsTrack : public AxisTrack {
    Q_OBJECT
public:
    explicit WordsTrack(TimeAxis &axis, QWidget *parent = nullptr);
    // In order of time.
    void setWords(const QList<TimedWord> &words);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }
    QString readName() const override { return tr("Words"); }
    QString readValue() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    void drawTurn(QPainter &painter, qsizetype first, qsizetype end, double room);
    QList<TimedWord> m_words;
    QList<int> m_widths;
};

} // namespace vox::kit
