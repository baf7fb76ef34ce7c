#pragma once
#include "ui/kit/axis_track.h"
#include "ui/kit/peak_source.h"
#include <QImage>
#include <QList>
#include <array>

namespace vox::kit {

struct TimeSpan {
    qint64 from = 0; // microseconds
    qint64 to = 0;
};

// Where the caller broke in: a line where the agent's sound stopped, with its words.
struct BargeInMark {
    qint64 at = 0;
    QString text;
};

// The silence a caller heard before an answer.
struct DelayMark {
    TimeSpan gap;
    bool overGoal = false;
};

// Caller above, agent below: peaks at 38 %, RMS solid, speech bars, overlap hatch, barge-in lines, delays, playhead. One
// column a device pixel, kept in an image; scrolling and live sound compute only the new columns. Shapes come from `source`,
// which must outlive the widget or be taken away with setSource(nullptr). Ctrl+Left and Ctrl+Right jump between turns.
class Lanes : public AxisTrack {
    Q_OBJECT
public:
    explicit Lanes(TimeAxis &axis, QWidget *parent = nullptr);

    void setSource(const PeakSource *source);
    // Sound from this moment on is new; also tells the axis the duration.
    void soundArrived(qint64 fromUs);
    void setSpeech(LaneSide side, const QList<TimeSpan> &spans);
    void setOverlaps(const QList<TimeSpan> &spans);
    void setBargeIns(const QList<BargeInMark> &marks);
    void setDelays(const QList<DelayMark> &marks);
    // Height of one lane at 100 % text: 108 bench, 76 conversation, 44 dock, 41 preview.
    void setLaneHeight(int pixels);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QString readName() const override { return tr("Sound of caller and agent"); }
    QString readValue() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRect laneRect(LaneSide side) const;
    void refreshImage();
    void renderColumns(qint64 first, qint64 count);
    void drawMarks(QPainter &painter);
    void forget();
    void jump(int direction);

    const PeakSource *m_source = nullptr;
    std::array<QList<TimeSpan>, 2> m_speech;
    QList<TimeSpan> m_overlaps;
    QList<BargeInMark> m_bargeIns;
    QList<DelayMark> m_delays;
    int m_laneHeight = 76;

    QImage m_image;          // both lanes, right of the names, device pixels
    double m_imageScale = 0; // microseconds a column
    qint64 m_imageFirst = 0; // number of the image's first column, counted from time 0
    qint64 m_dirtyFrom = -1; // first column number with new sound; -1 none
};

} // namespace vox::kit
