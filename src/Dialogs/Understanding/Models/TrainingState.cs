using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Weights while they are learnt, and beside each feature's the squares of its gradients. The last row is the bias.</summary>
/// <remarks>Rows begin where lines of memory begin: that halves what a step waits for. Eight lanes on every machine, so that all add up in one order.</remarks>
internal sealed class TrainingState
{
    private const int Line = 64;

    /// <summary>Lanes that are added up side by side: four fill what a core can do at once.</summary>
    private const int Together = 4;

    private readonly float[] _memory;
    private readonly int _first;
    private readonly int _rows;

    /// <param name="stride">Labels, padded to whole lanes.</param>
    public TrainingState(int rows, int stride)
    {
        (_rows, Lanes) = (rows, stride / Vector256<float>.Count);
        _memory = GC.AllocateArray<float>((rows * stride * 2) + (Line / sizeof(float)), pinned: true);
        _first = (int)((Line - (Marshal.UnsafeAddrOfPinnedArrayElement(_memory, 0) & (Line - 1))) % Line / sizeof(float));
    }

    public int Lanes { get; }

    private Span<Vector256<float>> State => MemoryMarshal.Cast<float, Vector256<float>>(_memory.AsSpan(_first, _rows * Lanes * 2 * Vector256<float>.Count));

    /// <summary>Steps are long again, from the weights that are there.</summary>
    public void StartAnew()
    {
        var state = State;
        for (var row = 0; row < _rows; row++) state.Slice((row * Lanes * 2) + Lanes, Lanes).Clear();
    }

    public float[] Weights()
    {
        var weights = new float[_rows * Lanes * Vector256<float>.Count];
        var state = State;
        var made = MemoryMarshal.Cast<float, Vector256<float>>(weights.AsSpan());
        for (var row = 0; row < _rows; row++) state.Slice(row * Lanes * 2, Lanes).CopyTo(made[(row * Lanes)..]);
        return weights;
    }

    public void Score(ReadOnlySpan<CountedRow> rows, Span<Vector256<float>> scores)
    {
        var state = State;
        state.Slice((_rows - 1) * Lanes * 2, Lanes).CopyTo(scores);
        var lane = 0;
        for (; lane + Together <= Lanes; lane += Together) AddTogether(state, rows, lane, Lanes * 2, scores);
        for (; lane < Lanes; lane++) Add(state, rows, lane, Lanes * 2, scores);
    }

    public void Step(ReadOnlySpan<CountedRow> rows, int lane, Vector256<float> gradient, float rate, float l2)
    {
        Move(State, rows, lane, Lanes, gradient, rate, l2);
        Move(State, [new CountedRow(_rows - 1, 1)], lane, Lanes, gradient, rate, 0);
    }

    // The loops in which learning spends its time are compiled well at once: they run long before the runtime has counted their calls.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddTogether(Span<Vector256<float>> state, ReadOnlySpan<CountedRow> rows, int lane, int length, Span<Vector256<float>> scores)
    {
        var (a, b, c, d) = (scores[lane], scores[lane + 1], scores[lane + 2], scores[lane + 3]);
        foreach (var (row, value) in rows)
        {
            var of = state.Slice((row * length) + lane, Together);
            a += of[0] * value;
            b += of[1] * value;
            c += of[2] * value;
            d += of[3] * value;
        }

        (scores[lane], scores[lane + 1], scores[lane + 2], scores[lane + 3]) = (a, b, c, d);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(Span<Vector256<float>> state, ReadOnlySpan<CountedRow> rows, int lane, int length, Span<Vector256<float>> scores)
    {
        var sum = scores[lane];
        foreach (var (row, value) in rows) sum += state[(row * length) + lane] * value;
        scores[lane] = sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Move(Span<Vector256<float>> state, ReadOnlySpan<CountedRow> rows, int lane, int lanes, Vector256<float> gradient, float rate, float l2)
    {
        var (decay, speed, floor) = (Vector256.Create(l2), Vector256.Create(rate), Vector256.Create(1e-6f));
        foreach (var (row, value) in rows)
        {
            ref var w = ref state[(row * lanes * 2) + lane];
            ref var s = ref state[(row * lanes * 2) + lane + lanes];
            var g = (gradient * value) + (decay * w);
            var squares = s + (g * g);
            s = squares;
            w -= speed * g / (Vector256.Sqrt(squares) + floor);
        }
    }
}
