#pragma once
#include "tests/support/two_lanes.h"
#include <QWidget>

// Lanes, ruler, words, spans, waterfall, charts and a window's frame on made-up sound.
class SoundPage : public QWidget {
public:
    explicit SoundPage(bool russian);

private:
    vox::test::TwoLanes m_peaks;
};
