using System.Globalization;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Loader;

namespace ModelBuilder.Workbooks;

/// <summary>
/// Stands in for the assembly ExcelNumberFormat, which ClosedXML formats texts with and this registry lacks: without it every
/// saved hyperlink throws and swallows an exception. The stand-in holds the one type ClosedXML calls and prints values plainly.
/// </summary>
public static class ClosedXmlStartup
{
    private const string MissingName = "ExcelNumberFormat";
    private static readonly Lock Gate = new();
    private static readonly Lazy<byte[]> StandIn = new(Emit);
    private static bool installed;

    /// <summary>Resolves the missing assembly from now on. May be called any number of times, from any thread.</summary>
    public static void Install()
    {
        lock (Gate)
        {
            if (!installed)
            {
                AssemblyLoadContext.Default.Resolving += Resolve;
                installed = true;
            }
        }
    }

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name)
    {
        if (name.Name != MissingName)
        {
            return null;
        }

        using var stream = new MemoryStream(StandIn.Value, writable: false);
        return context.LoadFromStream(stream);
    }

    private static byte[] Emit()
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(MissingName) { Version = new Version(1, 0, 10, 0) }, typeof(object).Assembly);
        TypeBuilder type = assembly.DefineDynamicModule(MissingName).DefineType("ExcelNumberFormat.NumberFormat", TypeAttributes.Public | TypeAttributes.Sealed);

        ILGenerator constructor = type.DefineConstructor(MethodAttributes.Public, CallingConventions.HasThis, [typeof(string)]).GetILGenerator();
        constructor.Emit(OpCodes.Ldarg_0);
        constructor.Emit(OpCodes.Call, typeof(object).GetConstructor([])!);
        constructor.Emit(OpCodes.Ret);

        DefineConstant(type, "get_IsValid", true);
        DefineConstant(type, "get_IsDateTimeFormat", false);

        ILGenerator format = type.DefineMethod("Format", MethodAttributes.Public, typeof(string), [typeof(object), typeof(CultureInfo)]).GetILGenerator();
        format.Emit(OpCodes.Ldarg_1);
        format.Emit(OpCodes.Ldarg_2);
        format.Emit(OpCodes.Call, typeof(Convert).GetMethod(nameof(Convert.ToString), [typeof(object), typeof(IFormatProvider)])!);
        format.Emit(OpCodes.Ret);

        type.CreateType();
        using var stream = new MemoryStream();
        assembly.Save(stream);
        return stream.ToArray();
    }

    private static void DefineConstant(TypeBuilder type, string name, bool value)
    {
        ILGenerator body = type.DefineMethod(name, MethodAttributes.Public, typeof(bool), []).GetILGenerator();
        body.Emit(value ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);
        body.Emit(OpCodes.Ret);
    }
}
