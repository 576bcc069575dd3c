using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MeliBot.Adapter.Turns;

/// <summary>The seed of a turn's chance: the same activity always draws the same, today and in a replay.</summary>
internal static class TurnSeed
{
    public static int Of(string activityId) =>
        BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(activityId))) & int.MaxValue;
}
