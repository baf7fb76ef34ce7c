#pragma once
#include "ui/kit/peak_pyramid.h"
#include <QWidget>

// Lanes, ruler, words, spans, waterfall, charts and a window's frame on made-up sound.
class SoundPage : public QWidget {
public:
    explicit SoundPage(bool russian);

private:
    vox::kit::PeakPyramid m_peaks;
};
