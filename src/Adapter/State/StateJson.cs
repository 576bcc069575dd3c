using Newtonsoft.Json;

namespace MeliBot.Adapter.State;

/// <summary>State as text, by the rules of the SDK's own storages: types are named, so that dialogs come back as what they were.</summary>
internal static class StateJson
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        TypeNameHandling = TypeNameHandling.All,
        ReferenceLoopHandling = ReferenceLoopHandling.Error,
        MaxDepth = null,
    };

    public static string Write(object value) => JsonConvert.SerializeObject(value, Settings);

    public static object? Read(string json) => JsonConvert.DeserializeObject(json, Settings);
}
