using Microsoft.Extensions.Logging;

namespace MeliBot.Adapter.Turns;

/// <summary>Runs turns and can't start any: nothing leads from here to a conversation that exists.</summary>
internal sealed class RehearsalAdapter(ILogger<MercadoLibreAdapter> logger) : MercadoLibreAdapter(logger);
