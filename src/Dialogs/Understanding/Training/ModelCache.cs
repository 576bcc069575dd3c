using System.Runtime.InteropServices;
using System.Text;

namespace MeliBot.Dialogs.Understanding;

/// <summary>Keeps trained models in a folder, by what they were learnt from.</summary>
public sealed class ModelCache(string folder)
{
    /// <summary>Raised whenever features, training or this file's form change: older files are then no longer found.</summary>
    private const int Version = 8;

    private static readonly byte[] Magic = "MBIM"u8.ToArray();

    /// <summary>The cached model; else one that is trained now and kept, where the folder can be written to. A file that is damaged is trained anew.</summary>
    public IntentModel LoadOrTrain(TrainingSet set, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(set);
        if (Stored(set) is { } stored && Load(set, stored) is { } known) return known;
        var model = IntentModel.Train(set, cancellationToken);
        var bytes = Write(model);
        Store(set, bytes);

        // What is loaded later is what answers now: weights are kept rounded.
        return Load(set, bytes) ?? model;
    }

    private string PathOf(string contentHash) => Path.Combine(folder, $"{contentHash[..32]}-{Version}.intents");

    private byte[]? Stored(TrainingSet set)
    {
        try
        {
            return File.ReadAllBytes(PathOf(set.ContentHash));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void Store(TrainingSet set, byte[] bytes)
    {
        var path = PathOf(set.ContentHash);
        // Another process may be learning the same.
        var part = $"{path}.{Environment.ProcessId}.part";
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(part, bytes);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It only saves time.
        }
    }

    private static IntentModel? Load(TrainingSet set, byte[] bytes)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic) || reader.ReadString() != set.ContentHash) return null;
            var labels = reader.ReadInt32();
            var features = new FeatureTable(Math.Max(16, reader.ReadInt32() * 2));
            foreach (var hash in ReadArray<uint>(reader)) features.FindOrAdd(hash);
            var weights = Array.ConvertAll(ReadArray<Half>(reader), h => (float)h);
            var cutFeatures = new FeatureTable(Math.Max(16, reader.ReadInt32() * 2));
            foreach (var hash in ReadArray<uint>(reader)) cutFeatures.FindOrAdd(hash);
            var cuts = new CutModel(cutFeatures, Array.ConvertAll(ReadArray<Half>(reader), h => (float)h));
            var combiner = new Combiner(ReadArray<float>(reader), ReadArray<float>(reader), ReadArray<float>(reader), new BoostedTrees(ReadArray<int>(reader), ReadArray<float>(reader), ReadArray<float>(reader)));
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic)) return null;
            return new IntentModel(set.Intents, set.ContentHash, new LinearModel(features, labels, weights), cuts, combiner, set.Patterns);
        }
        catch (Exception e) when (e is IOException or EndOfStreamException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static byte[] Write(IntentModel model)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8, leaveOpen: true))
        {
            var hashes = model.Linear.Features.InOrder();
            writer.Write(Magic);
            writer.Write(model.ContentHash);
            writer.Write(model.Linear.Labels);
            writer.Write(hashes.Length);
            WriteArray(writer, hashes);
            WriteArray(writer, Array.ConvertAll(model.Linear.Weights, w => (Half)w));
            writer.Write(model.CutModel.Features.Count);
            WriteArray(writer, model.CutModel.Features.InOrder());
            WriteArray(writer, Array.ConvertAll(model.CutModel.Weights, w => (Half)w));
            WriteArray(writer, model.Combiner.Shared);
            WriteArray(writer, model.Combiner.Biases);
            WriteArray(writer, model.Combiner.Slopes);
            WriteArray(writer, model.Combiner.Boosted.Features);
            WriteArray(writer, model.Combiner.Boosted.Thresholds);
            WriteArray(writer, model.Combiner.Boosted.LeafValues);
            writer.Write(Magic);
        }

        return bytes.ToArray();
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
