using System.Runtime.InteropServices;
using System.Text;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Keeps trained models in a folder, by what they were learnt from.</summary>
public sealed class ModelCache(string folder)
{
    /// <summary>Raised whenever features, training or this file's form change: older files are then no longer found.</summary>
    private const int Version = 4;

    private static readonly byte[] Magic = "MBIM"u8.ToArray();

    /// <summary>The cached model; else one that is trained now and kept. A file that is damaged is trained anew.</summary>
    public IntentModel LoadOrTrain(TrainingSet set, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (Load(set) is { } known) return known;
        var model = IntentModel.Train(set, cancellationToken);
        Save(model);

        // What is loaded later is what answers now: weights are kept rounded.
        return Load(set) ?? model;
    }

    private string PathOf(string contentHash) => Path.Combine(folder, $"{contentHash[..32]}-{Version}.intents");

    private IntentModel? Load(TrainingSet set)
    {
        var path = PathOf(set.ContentHash);
        if (!File.Exists(path)) return null;
        try
        {
            using var reader = new BinaryReader(new MemoryStream(File.ReadAllBytes(path)), Encoding.UTF8);
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic) || reader.ReadString() != set.ContentHash) return null;
            var labels = reader.ReadInt32();
            var features = new FeatureTable(Math.Max(16, reader.ReadInt32() * 2));
            foreach (var hash in ReadArray<uint>(reader)) features.FindOrAdd(hash);
            var weights = Array.ConvertAll(ReadArray<Half>(reader), h => (float)h);
            var combiner = new Combiner(ReadArray<float>(reader), ReadArray<float>(reader), ReadArray<float>(reader), new BoostedTrees(ReadArray<int>(reader), ReadArray<float>(reader), ReadArray<float>(reader)));
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic)) return null;
            return new IntentModel(set.Intents, set.ContentHash, new LinearModel(features, labels, weights), combiner, set.Patterns);
        }
        catch (Exception e) when (e is IOException or EndOfStreamException or ArgumentException or OverflowException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Save(IntentModel model)
    {
        Directory.CreateDirectory(folder);
        var path = PathOf(model.ContentHash);
        var part = path + ".part";
        using (var writer = new BinaryWriter(File.Create(part), Encoding.UTF8))
        {
            var hashes = model.Linear.Features.InOrder();
            writer.Write(Magic);
            writer.Write(model.ContentHash);
            writer.Write(model.Linear.Labels);
            writer.Write(hashes.Length);
            WriteArray(writer, hashes);
            WriteArray(writer, Array.ConvertAll(model.Linear.Weights, w => (Half)w));
            WriteArray(writer, model.Combiner.Shared);
            WriteArray(writer, model.Combiner.Biases);
            WriteArray(writer, model.Combiner.Slopes);
            WriteArray(writer, model.Combiner.Boosted.Features);
            WriteArray(writer, model.Combiner.Boosted.Thresholds);
            WriteArray(writer, model.Combiner.Boosted.LeafValues);
            writer.Write(Magic);
        }

        File.Move(part, path, overwrite: true);
    }

    private static void WriteArray<T>(BinaryWriter writer, T[] values)
        where T : unmanaged
    {
        writer.Write(values.Length);
        writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));
    }

    private static T[] ReadArray<T>(BinaryReader reader)
        where T : unmanaged
    {
        var values = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
