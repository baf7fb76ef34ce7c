#pragma once
#include "ui/kit/lanes.h"
#include "ui/kit/span_tracks.h"
#include "ui/kit/time_axis.h"
#include "ui/kit/words_track.h"
#include "ui/screens/call/call_peaks.h"
#include "ui/viewmodels/transcript_turns.h"
#include <QWidget>

namespace vox {

class CallViewModel;

// Puts speech bars, overlaps, barge-ins and, above the goal or everywhere, the delays on lanes.
enum class DelayMarks { Hidden, Shown };
void showMarks(kit::Lanes &lanes, const SoundMarks &marks, int goalMs, DelayMarks delays);
QList<kit::TimedWord> timedWords(const QList<PlacedWord> &words);
kit::TimeSpan timeSpan(const Stretch &stretch);

// The sound of the running call (or the last one): ruler, both lanes, and below them the tools. Follows "now"; dragging back
// stops that until the end is in view again. The view model outlives it. GUI thread.
class CallLanes : public QWidget {
    Q_OBJECT
public:
    enum class Parts { LanesOnly, WithTools };
    CallLanes(CallViewModel &call, Parts parts, int laneHeight, QWidget *parent = nullptr);
    kit::TimeAxis &axis() { return m_axis; }
    void setLaneHeight(int pixels) { m_lanes->setLaneHeight(pixels); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void begin();
    void showEvents();

    CallViewModel &m_call;
    CallPeaks m_peaks;
    kit::TimeAxis m_axis;
    kit::Lanes *m_lanes;
    kit::SpanTracks *m_tools = nullptr;
};

} // namespace vox
