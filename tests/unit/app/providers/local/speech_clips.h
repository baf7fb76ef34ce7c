#pragma once
#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QString>
#include <QtEndian>
#include <limits>
#include <random>
#include <vector>

namespace vox::test {

inline QString depsFolder()
{
    const QString set = qEnvironmentVariable("VOXDESK_DEPS");
    return set.isEmpty() ? QDir::homePath() + QStringLiteral("/.cache/voxdesk/deps") : set;
}

// Sound of pocketsphinx-testdata, s16 at 16 kHz, in whole blocks. Empty when the package is not installed.
inline std::vector<float> testData(const QString &name)
{
    QFile file(QStringLiteral("/usr/share/pocketsphinx/test/data/") + name);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QByteArray bytes = file.readAll().mid(name.endsWith(QLatin1String(".wav")) ? 44 : 0);
    std::vector<float> samples(std::size_t(bytes.size()) / 2);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = float(qFromLittleEndian<qint16>(bytes.constData() + 2 * i)) / 32768.0f;
    samples.resize(samples.size() / 160 * 160);
    return samples;
}

// "Go forward ten meters", 2.8 s, and "he was not an ill disposed young man", 3 s: two men.
inline std::vector<float> goForward() { return testData(QStringLiteral("goforward.raw")); }
inline std::vector<float> youngMan() { return testData(QStringLiteral("librivox/sense_and_sensibility_01_austen_64kb-0880.wav")); }

inline std::vector<float> noise(double seconds, float amplitude)
{
    std::mt19937 random(11);
    std::uniform_real_distribution<float> any(-amplitude, amplitude);
    std::vector<float> samples(std::size_t(seconds * 16000));
    for (float &sample : samples) sample = any(random);
    return samples;
}

inline std::vector<float> joined(std::vector<float> first, const std::vector<float> &second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

} // namespace vox::test
