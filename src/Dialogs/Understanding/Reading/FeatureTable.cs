using System.Numerics;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Numbers the features seen in training, by hash. What was never seen has no number.</summary>
internal sealed class FeatureTable
{
    private uint[] _keys;
    private int[] _rows;
    private int _mask;

    public FeatureTable(int capacity = 1 << 16)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(capacity, 16));
        (_keys, _rows, _mask) = (new uint[size], new int[size], size - 1);
    }

    public int Count { get; private set; }

    /// <returns>-1 when the feature has no number.</returns>
    public int Find(uint hash)
    {
        for (var i = (int)(hash & (uint)_mask); ; i = (i + 1) & _mask)
        {
            if (_rows[i] == 0) return -1;
            if (_keys[i] == hash) return _rows[i] - 1;
        }
    }

    public int FindOrAdd(uint hash)
    {
        for (var i = (int)(hash & (uint)_mask); ; i = (i + 1) & _mask)
        {
            if (_rows[i] == 0)
            {
                (_keys[i], _rows[i]) = (hash, ++Count);
                if (Count * 2 > _keys.Length) Grow();
                return Count - 1;
            }

            if (_keys[i] == hash) return _rows[i] - 1;
        }
    }

    /// <summary>The hashes in the order of their numbers.</summary>
    public uint[] InOrder()
    {
        var hashes = new uint[Count];
        for (var i = 0; i < _keys.Length; i++)
        {
            if (_rows[i] > 0) hashes[_rows[i] - 1] = _keys[i];
        }

        return hashes;
    }

    private void Grow()
    {
        var hashes = InOrder();
        var size = _keys.Length * 2;
        (_keys, _rows, _mask, Count) = (new uint[size], new int[size], size - 1, 0);
        foreach (var hash in hashes) FindOrAdd(hash);
    }
}
