#pragma once
#include "ui/kit/axis_track.h"
#include "ui/kit/colours.h"
#include "ui/kit/lanes.h"

namespace vox::kit {

// A piece of work on the axis, with words beside it when there is room.
struct WorkSpan {
    TimeSpan time;
    QString label;
    bool faint = false; // long background work is drawn at half strength
};

struct SpanRow {
    QString name;
    Meaning meaning = Meaning::Neutral;
    QList<WorkSpan> spans;
    bool outlined = false; // the device's part
};

// Named rows of spans on the shared axis: recognition, decision, tools. 20 px a row; a click tells the span.
class SpanTracks : public AxisTrack {
    Q_OBJECT
public:
    explicit SpanTracks(TimeAxis &axis, QWidget *parent = nullptr);
    void setRows(const QList<SpanRow> &rows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {160, sizeHint().height()}; }
    QString readName() const override { return tr("Steps"); }

signals:
    void spanPressed(int row, int span);

protected:
    void paintEvent(QPaintEvent *) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QRectF barOf(int row, const WorkSpan &span) const;
    QList<SpanRow> m_rows;
};

} // namespace vox::kit
