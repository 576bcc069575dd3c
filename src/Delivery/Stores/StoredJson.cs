using System.Text.Json.Serialization;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.State;

namespace MeliBot.Delivery.Stores;

[JsonSerializable(typeof(IReadOnlyList<EffectPlan>))]
[JsonSerializable(typeof(IReadOnlyList<StateWrite>))]
internal sealed partial class StoredJson : JsonSerializerContext;
