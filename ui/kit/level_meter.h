#pragma once
#include "ui/kit/accessible.h"
#include <QWidget>

namespace vox::kit {

// Loudness of one lane in segments of 2 dB from -60 to 0 dBFS with a peak mark. The owner calls setLevel at the rate it
// has; nothing is animated here. Above -6 dB segments are amber, above -1 red.
class LevelMeter : public QWidget, public Readable {
    Q_OBJECT
public:
    explicit LevelMeter(QWidget *parent = nullptr);
    // Decibels full scale; below -90 shows as silence.
    void setLevel(double rms, double peak);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QAccessible::Role readRole() const override { return QAccessible::Indicator; }
    QString readName() const override { return tr("Level"); }
    QString readValue() const override;

protected:
    void paintEvent(QPaintEvent *) override;

private:
    double m_rms = -120;
    double m_peak = -120;
};

} // namespace vox::kit
