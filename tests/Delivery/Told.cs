using System.Diagnostics.Metrics;

namespace MeliBot.Delivery.Tests;

/// <summary>What one gauge of this test tells, by the value of its tag.</summary>
internal sealed class Told : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, double> _read = [];

    /// <summary>After the gauge was made; of several of that name, the newest.</summary>
    public Told(string name)
    {
        Instrument? chosen = null;
        _listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Name == name) chosen = instrument;
        };
        _listener.SetMeasurementEventCallback<long>((_, value, tags, _) => _read[tags.Length == 0 ? "" : $"{tags[0].Value}"] = value);
        _listener.SetMeasurementEventCallback<int>((_, value, tags, _) => _read[tags.Length == 0 ? "" : $"{tags[0].Value}"] = value);
        _listener.SetMeasurementEventCallback<double>((_, value, tags, _) => _read[tags.Length == 0 ? "" : $"{tags[0].Value}"] = value);
        _listener.Start();
        _listener.EnableMeasurementEvents(chosen ?? throw new ArgumentException($"No gauge is called {name}.", nameof(name)));
    }

    public IReadOnlyDictionary<string, double> Read()
    {
        _read.Clear();
        _listener.RecordObservableInstruments();
        return _read;
    }

    public void Dispose() => _listener.Dispose();
}
