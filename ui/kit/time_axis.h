#pragma once
#include <QObject>
#include <optional>

namespace vox::kit {

// The one zoom and scroll position that lanes, ruler, words and spans share. Conversation time in microseconds. A track of
// width w shows [from, to) between its left gutter (names) and its right edge. Main thread.
class TimeAxis : public QObject {
    Q_OBJECT
public:
    explicit TimeAxis(QObject *parent = nullptr);

    qint64 duration() const { return m_duration; }
    // Of a live conversation it grows; while following, the view moves along.
    void setDuration(qint64 us);
    qint64 from() const { return m_from; }
    qint64 to() const { return m_to; }
    // Clamped: at least 50 ms are shown, at most the duration (or what the view held before anything was recorded).
    void show(qint64 fromUs, qint64 toUs);
    void showAll();
    // factor above 1 goes nearer; `at` stays where it is.
    void zoom(double factor, qint64 atUs);
    void scroll(qint64 byUs);
    // Moves the view only when the moment is outside it.
    void reveal(qint64 us);

    bool isLive() const { return m_live; }
    // Live: "now" is the duration, kept at 92 % of the width while following; any scroll back stops following.
    void setLive(bool live, qint64 windowUs = 40'000'000);
    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);

    std::optional<qint64> playhead() const { return m_playhead; }
    void setPlayhead(std::optional<qint64> us);

    // Pixels at the left that tracks keep for names, at 100 % text.
    int gutter() const { return m_gutter; }
    void setGutter(int pixels);
    double usPerPixel(int trackWidth) const;
    double xOf(qint64 us, int trackWidth) const;
    qint64 timeAt(double x, int trackWidth) const;

    // "0:37", "1:02:07"; with tenths or hundredths when asked.
    static QString text(qint64 us, int decimals = 0);

signals:
    // The visible range changed.
    void changed();
    void playheadMoved();
    void followingChanged(bool following);

private:
    void clamp();
    void follow();
    qint64 m_duration = 0;
    qint64 m_from = 0;
    qint64 m_to = 10'000'000;
    qint64 m_window = 40'000'000;
    std::optional<qint64> m_playhead;
    int m_gutter = 96;
    bool m_live = false;
    bool m_following = false;
};

} // namespace vox::kit
