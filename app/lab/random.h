// The random numbers of a comparison: SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom
// number generators", OOPSLA 2014), so that a recorded seed gives the same order of trials and the
// same intervals on every machine and in every release. A value; not for secrets.
#pragma once

#include <QtGlobal>

#include <span>
#include <utility>

namespace sonde::lab
{

class Random
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    {
    }

    [[nodiscard]] quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15;
        quint64 mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
        return mixed ^ (mixed >> 31);
    }

    // Uniform in [0, bound); bound > 0. What would favour small numbers is drawn again.
    [[nodiscard]] quint64 below(quint64 bound)
    {
        const quint64 unfair = (0 - bound) % bound; // 2^64 mod bound
        quint64 drawn = next();
        while (drawn < unfair)
            drawn = next();
        return drawn % bound;
    }

    // Uniform in [0, 1), 53 bits.
    [[nodiscard]] double unit() { return double(next() >> 11) * 0x1p-53; }

    // Fisher and Yates.
    template <typename T>
    void shuffle(std::span<T> items)
    {
        for (size_t left = items.size(); left > 1; --left)
            std::swap(items[left - 1], items[below(left)]);
    }

private:
    quint64 m_state;
};

} // namespace sonde::lab
