using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ModelBuilder.Tests.Architecture;

/// <summary>Reads from a compiled assembly which type uses which: what the compiler made, whatever the source looks like.</summary>
internal sealed class AssemblyUses
{
    private readonly MetadataReader metadata;
    private readonly PEReader file;
    private readonly HashSet<TypeUse> uses = [];
    private readonly HandleCollector collector;
    private TypeDefinitionHandle current;

    private AssemblyUses(PEReader file)
    {
        this.file = file;
        metadata = file.GetMetadataReader();
        collector = new HandleCollector(Note);
    }

    public static IReadOnlyCollection<TypeUse> Of(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        var reading = new AssemblyUses(image);
        foreach (TypeDefinitionHandle handle in reading.metadata.TypeDefinitions)
        {
            reading.current = handle;
            reading.Read(reading.metadata.GetTypeDefinition(handle));
        }

        return reading.uses;
    }

    private void Read(TypeDefinition type)
    {
        Note(type.BaseType);
        Generics(type.GetGenericParameters());
        Attributes(type.GetCustomAttributes());
        foreach (InterfaceImplementationHandle handle in type.GetInterfaceImplementations())
        {
            Note(metadata.GetInterfaceImplementation(handle).Interface);
        }

        foreach (FieldDefinitionHandle handle in type.GetFields())
        {
            FieldDefinition field = metadata.GetFieldDefinition(handle);
            field.DecodeSignature(collector, null);
            Attributes(field.GetCustomAttributes());
        }

        foreach (PropertyDefinitionHandle handle in type.GetProperties())
        {
            Attributes(metadata.GetPropertyDefinition(handle).GetCustomAttributes());
        }

        foreach (MethodDefinitionHandle handle in type.GetMethods())
        {
            Read(metadata.GetMethodDefinition(handle));
        }
    }

    private void Read(MethodDefinition method)
    {
        method.DecodeSignature(collector, null);
        Generics(method.GetGenericParameters());
        Attributes(method.GetCustomAttributes());
        foreach (ParameterHandle handle in method.GetParameters())
        {
            Attributes(metadata.GetParameter(handle).GetCustomAttributes());
        }

        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        MethodBodyBlock body = file.GetMethodBody(method.RelativeVirtualAddress);
        if (!body.LocalSignature.IsNil)
        {
            metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(collector, null);
        }

        foreach (ExceptionRegion region in body.ExceptionRegions)
        {
            Note(region.CatchType);
        }

        foreach (EntityHandle token in InstructionTokens.Of(body.GetILBytes()!))
        {
            Note(token);
        }
    }

    private void Generics(GenericParameterHandleCollection parameters)
    {
        foreach (GenericParameterHandle handle in parameters)
        {
            foreach (GenericParameterConstraintHandle constraint in metadata.GetGenericParameter(handle).GetConstraints())
            {
                Note(metadata.GetGenericParameterConstraint(constraint).Type);
            }
        }
    }

    private void Attributes(CustomAttributeHandleCollection attributes)
    {
        foreach (CustomAttributeHandle handle in attributes)
        {
            Note(metadata.GetCustomAttribute(handle).Constructor);
        }
    }

    private void Note(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return;
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                NoteReference((TypeReferenceHandle)handle);
                break;
            case HandleKind.TypeDefinition:
                (string space, string name) = Outermost((TypeDefinitionHandle)handle);
                Add("", space, name);
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(collector, null);
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification specification = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                specification.DecodeSignature(collector, null);
                Note(specification.Method);
                break;
            case HandleKind.MemberReference:
                NoteMember(metadata.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.MethodDefinition:
                Note(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                Note(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.StandaloneSignature:
                metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle).DecodeMethodSignature(collector, null);
                break;
            default:
                break;
        }
    }

    // What a called member takes and gives is used too, though no local may hold it.
    private void NoteMember(MemberReference member)
    {
        Note(member.Parent);
        if (member.GetKind() == MemberReferenceKind.Method)
        {
            member.DecodeMethodSignature(collector, null);
        }
        else
        {
            member.DecodeFieldSignature(collector, null);
        }
    }

    private void NoteReference(TypeReferenceHandle handle)
    {
        TypeReference reference = metadata.GetTypeReference(handle);
        while (reference.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            reference = metadata.GetTypeReference((TypeReferenceHandle)reference.ResolutionScope);
        }

        string assembly = reference.ResolutionScope.Kind == HandleKind.AssemblyReference
            ? metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)reference.ResolutionScope).Name)
            : "";
        Add(assembly, metadata.GetString(reference.Namespace), metadata.GetString(reference.Name));
    }

    private void Add(string assembly, string space, string name)
    {
        (string fromSpace, string fromName) = Outermost(current);
        if ((fromSpace, fromName) != (space, name) || assembly.Length > 0)
        {
            uses.Add(new TypeUse(Full(fromSpace, fromName), fromSpace, assembly, space, Full(space, name)));
        }
    }

    private (string Namespace, string Name) Outermost(TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        return (metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    private static string Full(string space, string name) => space.Length > 0 ? $"{space}.{name}" : name;
}
