#include "app/dsp/echo_canceller.h"
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>
#include <cmath>
#include <limits>
#include <vector>

using namespace vox;

namespace {

constexpr double kPi = 3.14159265358979;

// Something like speech: a buzz with a moving pitch in syllables of random length. `seed` makes two voices different.
std::vector<float> babble(std::size_t samples, quint32 seed, double pitch)
{
    QRandomGenerator random(seed);
    std::vector<float> out(samples);
    std::size_t at = 0;
    double phase = 0;
    double low = 0;
    while (at < samples) {
        const std::size_t length = std::size_t(1600 + random.bounded(3200));
        const bool silent = random.bounded(4) == 0;
        const double hz = pitch * (0.8 + random.generateDouble() * 0.5);
        const double colour = 0.05 + random.generateDouble() * 0.4;
        for (std::size_t i = 0; i < length && at < samples; ++i, ++at) {
            phase += hz / kSampleRate;
            const double buzz = 2 * (phase - std::floor(phase)) - 1 + (random.generateDouble() - 0.5) * 0.4;
            low += colour * (buzz - low);
            out[at] = silent ? 0.0F : float(0.35 * low * std::sin(kPi * double(i) / double(length)));
        }
    }
    return out;
}

// A room: a delay and a decaying tail of reflections.
std::vector<float> echoOf(const std::vector<float> &far, std::size_t delay)
{
    QRandomGenerator random(11);
    std::vector<std::pair<std::size_t, float>> taps{{delay, 0.5F}};
    for (int i = 0; i < 40; ++i) {
        const auto late = std::size_t(random.bounded(1200));
        taps.push_back({delay + late, float((random.generateDouble() - 0.5) * 0.3 * std::exp(-double(late) / 400))});
    }
    std::vector<float> out(far.size());
    for (const auto &[shift, gain] : taps)
        for (std::size_t i = shift; i < far.size(); ++i) out[i] += gain * far[i - shift];
    return out;
}

std::vector<float> run(EchoCanceller &canceller, const std::vector<float> &near, const std::vector<float> &far)
{
    std::vector<float> out(near.size());
    AudioBlock n, f, o;
    for (std::size_t at = 0; at + kBlockSamples <= near.size(); at += kBlockSamples) {
        std::copy_n(near.begin() + std::ptrdiff_t(at), kBlockSamples, n.samples.begin());
        std::copy_n(far.begin() + std::ptrdiff_t(at), kBlockSamples, f.samples.begin());
        canceller.process(n, f, o);
        std::copy(o.samples.begin(), o.samples.end(), out.begin() + std::ptrdiff_t(at));
    }
    return out;
}

double energy(const std::vector<float> &sound, std::size_t from)
{
    double sum = 1e-12;
    for (std::size_t i = from; i < sound.size(); ++i) sum += double(sound[i]) * double(sound[i]);
    return sum;
}

// Likeness of two sounds at the best small shift: 1 is the same.
double correlation(const std::vector<float> &a, const std::vector<float> &b, std::size_t from)
{
    double best = 0;
    for (std::size_t shift = 0; shift < 400; shift += 1) {
        double ab = 0;
        double aa = 1e-12;
        double bb = 1e-12;
        for (std::size_t i = from; i + shift < b.size(); i += 3) {
            ab += double(a[i]) * double(b[i + shift]);
            aa += double(a[i]) * double(a[i]);
            bb += double(b[i + shift]) * double(b[i + shift]);
        }
        best = std::max(best, ab / std::sqrt(aa * bb));
    }
    return best;
}

} // namespace

class TestEchoCanceller : public QObject {
    Q_OBJECT
private slots:
    void removesTheEchoAndKeepsTheCaller()
    {
        const std::size_t seconds = 12;
        const auto far = babble(seconds * kSampleRate, 1, 120);
        const auto caller = babble(seconds * kSampleRate, 2, 210);
        const auto echo = echoOf(far, 640); // 40 ms
        const std::size_t settled = 5 * kSampleRate;

        EchoCanceller alone(200, EchoCanceller::Noise::Keep);
        QElapsedTimer clock;
        clock.start();
        const auto residue = run(alone, echo, far);
        const double perBlockUs = double(clock.nsecsElapsed()) / 1000 / (double(seconds) * 100);
        const double erle = 10 * std::log10(energy(echo, settled) / energy(residue, settled));

        // The caller speaks from the fifth second on, over the agent.
        std::vector<float> both = echo;
        std::vector<float> onlyCaller(both.size());
        for (std::size_t i = settled; i < both.size(); ++i) {
            onlyCaller[i] = caller[i];
            both[i] += caller[i];
        }
        EchoCanceller together(200, EchoCanceller::Noise::Keep);
        const auto heard = run(together, both, far);
        const double kept = correlation(onlyCaller, heard, settled);
        const double level = 10 * std::log10(energy(heard, settled) / energy(onlyCaller, settled));
        qInfo("ERLE %.1f dB, caller kept: correlation %.2f, level %+.1f dB; %.0f us a block", erle, kept, level, perBlockUs);
        QVERIFY(erle > 18);
        QVERIFY(kept > 0.8);
        QVERIFY(level > -6);
    }

    void withoutAnEchoTheCallerPasses()
    {
        const auto caller = babble(4 * kSampleRate, 5, 180);
        EchoCanceller canceller;
        const auto heard = run(canceller, caller, std::vector<float>(caller.size()));
        QVERIFY(correlation(caller, heard, kSampleRate) > 0.9);
    }

    void survivesNonsense()
    {
        EchoCanceller canceller(100000);
        AudioBlock bad, out;
        bad.samples.fill(std::numeric_limits<float>::quiet_NaN());
        for (int i = 0; i < 50; ++i) canceller.process(bad, bad, out);
        bad.samples.fill(std::numeric_limits<float>::infinity());
        canceller.process(bad, bad, out);
        bad.samples.fill(50.0F);
        canceller.process(bad, bad, out);
        canceller.reset();
        canceller.process({}, {}, out);
        for (const float sample : out.samples) QVERIFY(std::isfinite(sample));
    }
};

QTEST_GUILESS_MAIN(TestEchoCanceller)
#include "test_echo_canceller.moc"
