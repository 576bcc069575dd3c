using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Numbers the features seen in training, by hash. What was never seen has no number.</summary>
internal sealed class FeatureTable
{
    private Slot[] _slots;
    private int _mask;

    public FeatureTable(int capacity = 1 << 16)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(capacity, 16));
        (_slots, _mask) = (new Slot[size], size - 1);
    }

    public int Count { get; private set; }

    /// <returns>-1 when the feature has no number.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Find(uint hash)
    {
        var slots = _slots;
        for (var i = (int)(hash & (uint)_mask); ; i = (i + 1) & _mask)
        {
            var slot = slots[i];
            if (slot.Next == 0) return -1;
            if (slot.Key == hash) return slot.Next - 1;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int FindOrAdd(uint hash)
    {
        for (var i = (int)(hash & (uint)_mask); ; i = (i + 1) & _mask)
        {
            var slot = _slots[i];
            if (slot.Next == 0)
            {
                _slots[i] = new Slot(hash, ++Count);
                if (Count * 2 > _slots.Length) Grow();
                return Count - 1;
            }

            if (slot.Key == hash) return slot.Next - 1;
        }
    }

    /// <summary>The hashes in the order of their numbers.</summary>
    public uint[] InOrder()
    {
        var hashes = new uint[Count];
        foreach (var slot in _slots)
        {
            if (slot.Next > 0) hashes[slot.Next - 1] = slot.Key;
        }

        return hashes;
    }

    private void Grow()
    {
        var hashes = InOrder();
        var size = _slots.Length * 2;
        (_slots, _mask, Count) = (new Slot[size], size - 1, 0);
        foreach (var hash in hashes) FindOrAdd(hash);
    }

    /// <summary>Side by side, so that a look costs one line of memory.</summary>
    /// <param name="Next">The number after the feature's; 0 where there is none.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(uint Key, int Next);
}
