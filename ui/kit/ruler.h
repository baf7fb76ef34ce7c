#pragma once
#include "ui/kit/axis_track.h"

namespace vox::kit {

// The 20 px ruler over the lanes: labels to the right of their ticks, 24 px or more apart, and the playhead's time in a flag.
class Ruler : public AxisTrack {
    Q_OBJECT
public:
    explicit Ruler(TimeAxis &axis, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QString readName() const override { return tr("Time"); }

    // Microseconds between labelled ticks when one label needs `labelPixels`.
    static qint64 step(double usPerPixel, int labelPixels);

protected:
    void paintEvent(QPaintEvent *) override;

};

} // namespace vox::kit
